"""Guides under a condition: those of the year whose preamble gives a figure that the question names."""

import re

from assistant.answering.asked.question import Inquiry
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.readings import find_slots_of, read_programme
from assistant.text import normalise

_WHICH = re.compile(r"(?:哪些|哪几个|哪[一两二三]?个|多少个|几个)(?:重点)?专项")
_VALUE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:[~—–到至-]\d+)?(?:年|项|个(?=方向|项目)|家|万元?|亿元?)")
_EACH = re.compile(r"(?:每个?|单个|一个)(?:青年(?:科学家)?)?(?:项目|课题)?(?:的?经费)?(?:是|给|有)?\d+万")
_EXTREME = re.compile(r"最|第[一二三\d]|合计|一共|总和|不是|除了|以上|以下|超过|大于|小于|多于|少于")
_FEWEST = 2


def claim_guides(inquiry: Inquiry, corpus: Corpus) -> list[Claim]:
    """Return the guides whose rule holds the figure; empty where the question asks for none or all lack it."""
    text = re.sub(r"\d+个(?:重点)?专项|20\d{2}年?", "|", inquiry.text)
    values = [_unify(value) for value in _VALUE.findall(text)]
    wording = "每个项目多少钱" if _EACH.search(text) else _VALUE.sub("|", text)
    slots = [slot for slot, _ in find_slots_of(wording) if slot.level != "direction"]
    guides = [one for one in inquiry.scope.programmes if one.directions and one.info.number]
    asked = _WHICH.search(inquiry.text) and not _EXTREME.search(text)
    if not asked or len(values) != 1 or len(slots) != 1 or len(guides) < _FEWEST:
        return []
    read = [(one, read_programme(slots[0], one, corpus, youth="青年" in text)) for one in guides]
    held = [(one, found) for one, found in read if found and _holds(_unify(normalise(found.text)), values[0])]
    if not held:
        return []
    names = "；".join(f"{one.info.short_title}（{found.text}）" for one, found in held)
    units = tuple(unit for _, found in held for unit in found.units)
    lead = f"查了{len(guides)}个专项的总体规定，符合的共{len(held)}个："
    return [Claim(programmes=(), text=lead + names, units=units, derived=True)]


def _unify(text: str) -> str:
    return re.sub(r"[—–\-到至]", "~", text)


def _holds(text: str, value: str) -> bool:
    return re.search(rf"(?<![\d.~]){re.escape(value)}", text) is not None
