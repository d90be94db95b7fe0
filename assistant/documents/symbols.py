"""Characters of symbol fonts: check boxes and ticks of forms are often typed in Wingdings."""

_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "◆", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x30: "□"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE_AREA = 0xF000
"""Symbol fonts keep character n at this offset plus n."""


def read_symbol(font: str, code: int) -> str:
    """Return what a character of the font looks like; an unknown one as it is."""
    shape = _FONTS.get(font.strip().lower(), {}).get(code - _PRIVATE_AREA if code >= _PRIVATE_AREA else code)
    return shape or chr(code)


def translate_symbols(font: str, text: str) -> str:
    """Return text that was typed in a symbol font as it looks; other fonts leave it alone."""
    if font.strip().lower() not in _FONTS:
        return text
    return "".join(read_symbol(font, ord(sign)) for sign in text)
