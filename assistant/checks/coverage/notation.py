"""Formulas and widths as plain text: what a guide prints in LaTeX or full width, a draft types as it likes."""

import re

_COMMANDS = {
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "lt": "<", "gt": ">", "pm": "±", "sim": "~", "times": "×",
    "cdot": "·", "mu": "μ", "Omega": "Ω", "circ": "°", "approx": "约",
}  # fmt: skip
_COMMAND = re.compile(
    r"\\(?:text|mathrm)\s*\{([^{}]*)\}|\\(" + "|".join(sorted(_COMMANDS, key=len, reverse=True)) + ")"
)
_DEGREE = re.compile(r"\^\s*\{?\s*°\s*\}?")
_POWER = re.compile(r"\^\{([^{}]*)\}")
_CENTIGRADE = re.compile(r"(?:°|º|o)\s?C(?![A-Za-z])")
_PUNCTUATION = "，；：！？（）"
"""Full-width signs that part sentences and stay as they are."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in _PUNCTUATION}
_FOLDED = {
    **{chr(wide): chr(narrow) for wide, narrow in _WIDE.items()},
    **dict.fromkeys("～〜∼", "~"), **dict.fromkeys("−‒–", "-"), **dict.fromkeys("≧⩾", "≥"), **dict.fromkeys("≦⩽", "≤"),
    **dict.fromkeys("∙•⋅", "·"), "µ": "μ", "\u2126": "Ω", "㎡": "m²", "㎥": "m³", "㎞": "km", "㎜": "mm", "㎝": "cm",
    "㎏": "kg", "㎎": "mg", "㎍": "μg", "㎕": "μL", "㎖": "mL", "㎐": "Hz", "㏑": "ln", "\u3000": " ",
}  # fmt: skip
_EVERY = re.compile(
    r"(?:每隔?|(?<=[\u4e00-\u9fff]))\s?(?P<span>(?:\d+(?:\.\d+)?|[一二两三四五六七八九十])\s?"
    r"(?:秒|分钟|min|小时|天|日|周|个月|月|年))\s?(?P<deed>[\u4e00-\u9fff]{0,8}?)\s?(?:一|(?<!\d)1\s?)次"
)
"""A frequency told in a phrase (每4分钟传输一次), which guides print as 传输4分钟/次."""
_FOLDABLE = re.compile("[" + "".join(map(re.escape, _FOLDED)) + "]")


def plain(text: str) -> str:
    """Return the text with LaTeX commands and full-width signs as plain characters; its length may differ."""
    folded = _FOLDABLE.sub(lambda found: _FOLDED[found[0]], text)
    if "\\" in folded or "$" in folded:
        folded = _strip_formulas(folded)
    folded = _EVERY.sub(r"\g<deed>\g<span>/次", folded) if "次" in folded else folded
    return _CENTIGRADE.sub("℃", folded) if "C" in folded else folded


def _strip_formulas(text: str) -> str:
    known = _COMMAND.sub(lambda found: found[1] if found[1] is not None else _COMMANDS[found[2]], text)
    known = _DEGREE.sub("°", known.replace("$", "").replace("\\%", "%").replace("\\,", ""))
    return _POWER.sub(r"^\1", known)
