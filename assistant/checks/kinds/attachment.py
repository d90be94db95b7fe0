"""Kind `attachment`: attached material keeps to its length, counted where it is at hand and else as stated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.amounts import StatedLength, find_stated_lengths
from assistant.checks.subject import Passage, Subject
from assistant.domain.draft import Location
from assistant.domain.kinds.declarations import Annex, AttachmentRule
from assistant.text import count_characters

_ATTACHED = re.compile(
    r"附|另册|另行(?:提交|提供|成册)|单独成册|详细(?:材料|资料|说明|内容)|补充材料|佐证材料|支撑材料"
)
_SENTENCE = re.compile(r"[^。；\n]+")
_HEADING = re.compile(
    r"^\s*(?:附件|附录|附)\s*[\d一二三四五六七八九十]*\s*[：:、.．\s]?|(?:详细|补充|支撑)(?:材料|资料|说明)\s*[：:]?\s*$"
)
_LONGEST_HEADING = 40
_LEAST_MATERIAL = 200
"""Characters from which what follows a heading is the material itself and no list of attachments."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """A length that the draft states of an attachment."""

    annex: Annex | None
    """None where the words do not say which."""
    passage: Passage
    length: StatedLength
    sentence: str


def judge(rule: AttachmentRule, subject: Subject) -> Judgement:
    """Silent where the draft neither holds nor measures any attachment."""
    known = [annex for annex in rule.annexes if subject.asks_for(annex.field)]
    stated = [one for passage in subject.passages() if not passage.hidden for one in _list_stated(known, passage)]
    flaws = [_build_stated(one.annex, one) for one in stated if one.annex and one.length.value > one.annex.most]
    held = list(_list_held(known, subject))
    flaws += [_build_held(annex, where, number) for annex, where, number in held if number > annex.most]
    if flaws:
        return Found(tuple(flaws))
    doubtful = [one.length.value for one in stated if one.annex is None and one.length.value > _least(known)]
    if doubtful:
        return Unsure(f"附件注明共{doubtful[0]}字：是哪一栏的详细材料，是否超出字数？")
    return Kept() if stated or held else Silent()


def _least(annexes: list[Annex]) -> int:
    return min((annex.most for annex in annexes), default=0)


def _list_stated(annexes: list[Annex], passage: Passage) -> Iterator[_Stated]:
    """Yield lengths stated in sentences that speak of attachments, with the annex that each belongs to."""
    for sentence in _SENTENCE.finditer(passage.text):
        if not _ATTACHED.search(sentence.group()):
            continue
        lengths = find_stated_lengths(sentence.group())
        ends = [0, *(length.end for length in lengths)]
        for begin, length in zip(ends, lengths, strict=False):
            before = sentence.group()[begin : length.start]
            if not _ATTACHED.search(before) and re.search(r"正文|本栏|概述|以上", before):
                continue
            moved = StatedLength(length.value, sentence.start() + length.start, sentence.start() + length.end)
            annex = _choose(annexes, before, sentence.group(), passage.label)
            yield _Stated(annex, passage, moved, sentence.group())


def _choose(annexes: list[Annex], before: str, sentence: str, label: str) -> Annex | None:
    """The words before the number name the material, else the field that the sentence stands in, else the sentence."""
    for text in (before, None, sentence):
        named = [one for one in annexes if (re.search(one.cue, text) if text is not None else one.field == label)]
        if len(named) == 1:
            return named[0]
    largest = max(annexes, key=lambda one: one.most, default=None)
    over = largest and any(length.value > largest.most for length in find_stated_lengths(sentence))
    return largest if over else None


def _list_held(annexes: list[Annex], subject: Subject) -> Iterator[tuple[Annex, Location, int]]:
    """Yield material that stands in the file itself, behind a heading that names it."""
    labels = {spec.label for spec in subject.context.form.fields}
    blocks = [block for block in subject.draft.document.blocks if block.kind in {"paragraph", "heading", "cell"}]
    heads = [number for number, block in enumerate(blocks) if _is_heading(block.text)]
    for number, end in zip(heads, [*heads[1:], len(blocks)], strict=False):
        named = [one for one in annexes if re.search(one.cue, blocks[number].text)]
        texts: list[str] = []
        for block in blocks[number + 1 : end]:
            if re.split(r"[：:]", block.text.strip())[0] in labels:
                break
            texts.append(block.text)
        total = sum(map(count_characters, texts))
        if len(named) == 1 and total >= _LEAST_MATERIAL:
            yield named[0], blocks[number].where, total


def _is_heading(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_HEADING and bool(_HEADING.search(text)) and "。" not in text


def _build_stated(annex: Annex, stated: _Stated) -> Flaw:
    place = stated.passage.where
    where = place.model_copy(
        update={
            "field": stated.passage.label or None,
            "start": place.start + stated.length.start,
            "end": place.start + stated.length.end,
        }
    )
    return _build(annex, where, stated.length.value, shorten(stated.sentence))


def _build_held(annex: Annex, where: Location, number: int) -> Flaw:
    return _build(annex, where, number, f"附件共{number}字")


def _build(annex: Annex, where: Location, number: int, evidence: str) -> Flaw:
    return Flaw(
        where=where,
        evidence=evidence,
        detail=f"“{annex.field}”的详细材料",
        measured=number,
        allowed=f"不超过{annex.most}字",
    )
