"""Ratios of funds that a direction sets, read from its own sentences."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.domain.direction import Direction, Requirement
from assistant.text import squash

Share = Literal["others", "local", "others-besides-local"]
NAMES: dict[Share, str] = {
    "others": "配套及其他经费",
    "local": "地方财政经费",
    "others-besides-local": "地方财政以外的其他经费",
}
_RATIO = re.compile(r"不低于(?P<a>\d+(?:\.\d+)?)[:：∶](?P<b>\d+(?:\.\d+)?)")
_ITEMS = re.compile(r"（包括(?P<items>[^（）]*)）")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """One ratio to the state's money."""

    share: Share
    """Whose money is compared."""
    value: float
    text: str
    """As printed with a plain colon, such as 2:1."""
    requirement: Requirement


def list_ratios(direction: Direction) -> list[Ratio]:
    """Return the ratios, of two for the same money the nearer to the direction only."""
    found: dict[Share, Ratio] = {}
    for requirement in direction.ratios:
        plain = squash(requirement.quote)
        match = _RATIO.search(plain)
        if match and float(match["b"]):
            share = _read_share(plain[: match.start()])
            value = float(match["a"]) / float(match["b"])
            ratio = Ratio(share=share, value=value, text=f"{match['a']}:{match['b']}", requirement=requirement)
            found.setdefault(share, ratio)
    return list(found.values())


def _read_share(words: str) -> Share:
    """地方财政投入与…; 其他经费（包括地方财政经费、…）; 其他经费（包括单位出资…), which leaves local finance out."""
    items = _ITEMS.search(words)
    if items:
        return "others" if "地方" in items["items"] else "others-besides-local"
    return "local" if "地方财政" in words else "others"
