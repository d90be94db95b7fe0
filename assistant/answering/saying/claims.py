"""What the answer says, each statement with the sentences that it rests on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.asked.question import Part
from assistant.answering.sentences.units import Unit
from assistant.domain.programme import Programme
from assistant.domain.task import Form


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one sentence that a claim repeats."""

    words: str
    units: tuple[Unit, ...]
    """The sentence, and those of other notices that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement."""

    programmes: tuple[str, ...]
    """Ids of the programmes that it is true of, in the order of the answer."""
    text: str
    """In Chinese; words of the quotes unless derived."""
    units: tuple[Unit, ...]
    """Sentences that it rests on, the most telling first."""
    said: tuple[Said, ...] = ()
    """The parts of the text, the leading sentence's first; empty where code worded it as a whole."""
    part: Part | None = None
    """What of the question it answers; None where it answers the whole."""
    sure: float = 1.0
    """How likely the notices answer the part, 0 to 1; 1 for what was read from the data."""
    form: Form = "note"
    """How a text that code worded as a whole joins its notice's name."""
    derived: bool = False
    """True for a count, a difference, a maximum, an agreement or an absence that code computed."""


def read_aloud(said: Sequence[Said]) -> str:
    """Return the words one after the other, each once."""
    return "；".join(dict.fromkeys(one.words for one in said))


def name_programme(programme: Programme) -> str:
    """Return the name with the year by which an answer calls the notice."""
    info = programme.info
    if re.search(r"\d{4}", info.short_title):
        return info.short_title
    return f"{info.year}年“{info.short_title}”专项指南"


def call_briefly(programme: Programme) -> str:
    """Return a shorter name with the year, made of the part of the title that people use; the name where none is."""
    info = programme.info
    inside = [alias for alias in info.aliases if alias in info.short_title and len(alias) < len(info.short_title)]
    if info.short_title.endswith("通知"):
        known = max(inside, key=len, default="通知")
        return name_programme(programme) if known.endswith("通知") else f"{info.year}年{known}通知"
    return f"{info.year}年“{shorten_title(programme)}”专项指南"


def shorten_title(programme: Programme) -> str:
    """Return the part of a guide's title by which people call it; the title where none is."""
    title = programme.info.short_title
    inside = [alias for alias in programme.info.aliases if alias in title and len(alias) < len(title)]
    return min(inside, key=lambda alias: (title.index(alias), -len(alias)), default=title)


def list_units(claims: Iterable[Claim]) -> tuple[Unit, ...]:
    """Return the sentences of the claims, each once, the first of every claim before the second of any."""
    queues: list[Sequence[Unit]] = [claim.units for claim in claims]
    found: dict[tuple[str, int, int], Unit] = {}
    for depth in range(max(map(len, queues), default=0)):
        for queue in queues:
            if depth < len(queue):
                unit = queue[depth]
                found.setdefault((unit.programme, unit.span.start, unit.span.end), unit)
    return tuple(found.values())
