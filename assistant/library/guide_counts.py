"""Counts that a guide's preamble states, against the body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.notice import Span
from assistant.library.guide_flow import split_sentences
from assistant.library.markers import parse_chinese_number

_YOUTH = "青年科学家项目"
_NUMBER = r"(?P<count>\d+|[一二三四五六七八九十]+)"
_OF_YOUTH = re.compile(rf"等{_NUMBER}个(?:技术)?方向(?=，拟部署\d+个{_YOUTH})")
_OF_DIRECTIONS = re.compile(rf"(?:拟启动|拟支持|共计){_NUMBER}个(?:二级指南方向|重点任务|研究方向|方向|项目)")
_OF_AREAS = re.compile(rf"(?:等|共)?{_NUMBER}(?:个|大)(?:技术方向|任务|方向)(?!，拟部署)")
_BESIDES = re.compile(rf"此外，拟(?:支持|部署)(?:不超过)?\d+个{_YOUTH}")


@dataclass(frozen=True, slots=True)
class Body:
    """What the body of a guide holds."""

    areas: int
    directions: int
    youth: int
    """Directions with the tag of youth projects."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stated count that is not the body's."""

    message: str
    span: Span
    """Place of the sentence that states it."""


def count_body(areas: int, tags: Iterable[Sequence[str]]) -> Body:
    """Return the counts of the body, given the tags of its directions."""
    tagged = list(tags)
    return Body(areas, len(tagged), sum(_YOUTH in item for item in tagged))


def find_differences(text: str, preamble: Sequence[Span], body: Body) -> Iterator[Difference]:
    """Yield each count of the preamble that differs from the body.

    A guide that plans youth projects besides (此外) may leave their directions out of its count.
    """
    sentences = split_sentences(text, preamble)
    besides = any(_BESIDES.search(sentence.squashed) for sentence in sentences)
    directions = {body.directions, body.directions - body.youth} if besides else {body.directions}
    for sentence in sentences:
        rest = sentence.squashed
        for pattern, counts, unit in (
            (_OF_YOUTH, {body.youth}, "个标注青年科学家项目的方向"),
            (_OF_DIRECTIONS, directions, "个方向"),
            (_OF_AREAS, {body.areas}, "个一级标题"),
        ):
            for found in pattern.finditer(rest):
                stated = _read_number(found["count"])
                if stated not in counts:
                    yield Difference(f"前言写“{found[0]}”，正文有{max(counts)}{unit}。", sentence.span)
            rest = pattern.sub("", rest)


def _read_number(text: str) -> int:
    return int(text) if text.isdecimal() else parse_chinese_number(text)
