"""Colours as the eye reads them: contrast after WCAG 2.2, and an office's own colours made readable on our grounds."""

import re

Colour = tuple[float, float, float]

HEX = re.compile(r"#[0-9a-fA-F]{6}")
AA = 4.5  # WCAG 2.2, 1.4.3: text of ordinary size
LIGHT_SHEET, DARK_SHEET = "#ffffff", "#191f29"
DESIGNED = {"#17365c": "#9cc0ee", "#8c1d2f": "#e08a97"}  # the dark partner of a colour we chose by eye


def parse(text: str) -> Colour:
    """Red, green and blue, 0 to 255, of ``#17365c``."""
    if not HEX.fullmatch(text):
        raise ValueError(f"{text!r} is no colour. Write it as six hexadecimal digits, such as #17365c.")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def written(colour: Colour) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in colour)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """``share`` (0 to 1) of one and the rest of the other, as CSS mixes them in sRGB."""
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 (black) to 1 (white), after WCAG 2.2."""
    scaled = [channel / 255 for channel in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in scaled)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of two luminances, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(text: str, ground: str, *, ratio: float = AA + 1.5) -> str:
    """The colour, moved towards black or white no further than it takes to be read on the ground.

    The margin over AA leaves room for the pale tint of the colour itself, on which it also stands as text.
    """
    colour, under = parse(text), parse(ground)
    far: Colour = (0, 0, 0) if luminance(under) > 0.5 else (255, 255, 255)
    for step in range(101):
        moved = mix(far, colour, step / 100)
        if contrast(moved, under) >= ratio:
            return written(moved)
    return written(far)


def pair(text: str) -> tuple[str, str]:
    """A colour of the office, for the light sheet and for the dark one."""
    dark = DESIGNED.get(text.lower()) or readable(text, DARK_SHEET)
    return readable(text, LIGHT_SHEET), dark
