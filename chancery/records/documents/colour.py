"""Telling colour from black, grey and white."""

from PIL import Image, ImageChops

COLOUR_ABOVE = 40
"""Difference between two channels from which a dot is coloured: above what JPEG does to the edges of black letters."""


def coloured_dots(picture: Image.Image) -> int:
    """How many dots of an RGB picture show more than black, grey and white."""
    red, green, blue = picture.split()
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return sum(apart.histogram()[COLOUR_ABOVE:])
