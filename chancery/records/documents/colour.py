"""Telling colour from black, grey and white."""

from functools import reduce

from PIL import Image, ImageChops

COLOUR_ABOVE = 40
"""Difference between two channels from which a dot is coloured: above what JPEG does to the edges of black letters."""


def coloured_dots(picture: Image.Image) -> int:
    """How many dots of an RGB picture show more than black, grey and white."""
    red, green, blue = picture.split()
    pairs = ((red, green), (green, blue), (red, blue))  # of a dark blue, only the last is far apart
    apart = reduce(ImageChops.lighter, (ImageChops.difference(*pair) for pair in pairs))
    return sum(apart.histogram()[COLOUR_ABOVE:])
