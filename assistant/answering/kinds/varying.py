"""What all guides lay down, where a question names none of them: said once, or by value with the guides behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answering.saying.claims import Claim, shorten_title
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.readings import Slot, read_programme
from assistant.answering.sentences.units import Unit
from assistant.domain.programme import Programme

LAID_DOWN = {
    "duration": "实施周期",
    "each": "每个项目的经费",
    "budget": "国拨经费概算",
    "subprojects": "一个项目的课题数",
    "units": "一个项目的参与单位数",
}
"""Slots that each guide fills for itself, with what an answer calls them."""
_SEVERAL = 2
_OPENING = re.compile(r"^[^，：]{0,12}(?:要求|说明)[：:]|^，")
_NAMED = re.compile(
    r"项目(?=参与单位|下设|执行期|实施周期|不下设)|参与单位(?:总)?数|单位(?:总)?数|下设的?课题数|(?:实施周期|执行期)为?|总数|拟安排国拨经费概算|^每个?项目?"
)
"""What the slot's name says already."""
_KIND = re.compile(r"(?:基础研究|共性关键技术|示范应用|重大产品)类(?:[、和][^，。；、]{2,6}类)*")
_TELLS = re.compile(r"\d|不(?:再)?下设|不设")
_END = re.compile(r"[。；，]")


def claim_varying(guides: Sequence[Programme], slot: Slot, corpus: Corpus, asked: str, *, youth: bool) -> list[Claim]:
    """Return the values and which guides lay each down, the most frequent first; none where few say anything.

    Args:
        guides: all that the question may mean.
        slot: what is asked, one of `LAID_DOWN`.
        corpus: the guides' sentences.
        asked: the question, normalised.
        youth: True where it is about projects of young scientists.
    """
    groups: dict[str, list[tuple[Programme, Unit]]] = {}
    for guide in guides:
        read = read_programme(replace(slot, several=slot.limits != ()), guide, corpus, youth=youth)
        values = list(_read_values(read.text, read.units)) if read else []
        if read and values:
            groups.setdefault("；".join(dict.fromkeys(values)), []).append((guide, read.units[0]))
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    held = sum(len(own) for _, own in ordered)
    if held < _SEVERAL:
        return []
    named = LAID_DOWN[slot.name].replace("项目", "青年科学家项目" if youth else "项目")
    if "课题" in asked and slot.name == "units":
        named = f"指南按项目而不按课题限定，{named}"
    spread = [own[place][1] for place in range(held) for _, own in ordered if place < len(own)]
    return [Claim(programmes=(), text=text, units=tuple(spread), derived=True) for text in _word(ordered, held, named)]


def _word(ordered: Sequence[tuple[str, Sequence[tuple[Programme, Unit]]]], held: int, named: str) -> list[str]:
    """Return what guides agree on, or the commonest value and then each with its guides."""
    value, own = ordered[0]
    if len(ordered) == 1:
        return [f"{held}份指南一致，{named}：{value}"]
    before, _, plain = named.rpartition("，")
    lead = f"{before}；" if before else ""
    first = f"{lead}{plain}各指南不同，{held}份里有{len(own)}份是{value}" if len(own) > 1 else f"{held}份指南各不相同"
    listed = "；".join(f"【{said}】{'、'.join(shorten_title(guide) for guide, _ in own)}" for said, own in ordered)
    return [first, f"逐份是：{listed}"]


def _read_values(text: str, units: Sequence[Unit]) -> Iterator[str]:
    """Yield the values without what the slot's name says, each with the kind of project that it is for."""
    for phrase in text.split("；"):
        if not _TELLS.search(phrase):
            continue
        kind = next((found for unit in units if (found := _find_kind(phrase, unit.body))), "")
        value = _NAMED.sub("", _OPENING.sub("", phrase)).strip()
        yield value if _KIND.search(value) else f"{kind}{value}"


def _find_kind(phrase: str, body: str) -> str:
    """Return the last kind of project named before the phrase in its sentence; empty for none."""
    place = body.find(phrase)
    kinds = _KIND.findall(body[:place]) if place > 0 else []
    return kinds[-1] if kinds else ""
