"""A corpus grown with made programmes, to see what becomes of speed and memory where there is much more text.

A made programme is a real one with every run of Chinese written anew: the same length, the same numbering, digits and
punctuation, so that clauses, directions and pages stay where they are. The new text strings together words of the real
notices, as often as they stand there, with words of the programme's own, few of them often and most seldom, so
that the vocabulary grows with the corpus as it does in real text.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, count, cycle

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction, Section
from assistant.domain.programme import Asked, Expansion, Programme
from assistant.retrieval.passages import build_passages

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_OWN_WORDS = 400
"""Words of a made programme's own."""
_OWN_SHARE = 0.15
"""Share of its words that are its own."""
_LENGTHS = (1, 2, 2, 2, 2, 3, 4)
"""Characters of a word, as often as they are met in running text."""


def grow(catalogue: Catalogue, passages: int, seed: int) -> Catalogue:
    """Return a catalogue of about that many passages, real programmes first.

    Args:
        catalogue: the real one, whose released problems are all kept.
        passages: how many there shall be; the last programme may bring a few more.
        seed: the same seed gives the same text.
    """
    total = len(catalogue.released)
    chosen: list[Programme] = []
    for programme, size in _supply(catalogue, seed):
        if total >= passages:
            break
        chosen.append(programme)
        total += size
    return replace(catalogue, programmes=tuple(chosen), fingerprint=f"{catalogue.fingerprint}-{passages}-{seed}")


def _supply(catalogue: Catalogue, seed: int) -> Iterator[tuple[Programme, int]]:
    """Yield the real programmes, then made ones without end, each with the number of its passages."""
    sizes = [_count_passages(catalogue, programme) for programme in catalogue.programmes]
    yield from zip(catalogue.programmes, sizes, strict=True)
    scribe = Scribe((programme.notice.text for programme in catalogue.programmes), seed)
    for number, (model, size) in zip(count(1), cycle(zip(catalogue.programmes, sizes, strict=True))):
        yield scribe.remake(model, f"made-{number:05}"), size


def _count_passages(catalogue: Catalogue, programme: Programme) -> int:
    return len(build_passages(replace(catalogue, programmes=(programme,), released=())))


class Scribe:
    """Writes texts anew."""

    def __init__(self, texts: Iterable[str], seed: int) -> None:
        self._source = "".join(run for text in texts for run in _RUN.findall(text))
        self._random = random.Random(seed)  # noqa: S311 - made text, no secret

    def remake(self, model: Programme, name: str) -> Programme:
        """Return a programme built like the model, in other words."""
        own = [self._take() + self._take() for _ in range(_OWN_WORDS)]
        weights = list(accumulate(1 / rank for rank in range(1, _OWN_WORDS + 1)))

        def write(text: str) -> str:
            return _RUN.sub(lambda run: self._fill(len(run[0]), own, weights), text)

        text = write(model.notice.text)
        titles = {clause.path: write(clause.title) for clause in model.notice.clauses}
        clauses = tuple(replace(clause, title=titles[clause.path]) for clause in model.notice.clauses)
        info = replace(
            model.info, id=name, doc=name, title=write(model.info.title), short_title=write(model.info.short_title),
            aliases=(), document_no=None, supersedes=None,
        )  # fmt: skip
        return replace(
            model,
            info=info,
            notice=replace(model.notice, text=text, clauses=clauses, tables=(), notes=()),
            directions=tuple(self._redirect(one, name, text, info.short_title) for one in model.directions),
            rules=(),
            forms=(),
            asked=tuple(Asked(span=one.span, asks=tuple(map(write, one.asks))) for one in model.asked),
            expansions={
                number: Expansion(
                    terms=tuple(map(write, one.terms)),
                    asks=tuple(map(write, one.asks)),
                    english=tuple(map(write, one.english)),
                )
                for number, one in model.expansions.items()
            },
        )

    def _redirect(self, direction: Direction, name: str, text: str, title: str) -> Direction:
        """Return the direction with the words that now stand in its place."""
        sections = tuple(_resection(section, text) for section in direction.sections)
        by_kind = {section.kind: section.text for section in sections}
        return replace(
            direction,
            doc=name,
            programme=name,
            programme_title=title,
            title=by_kind.get("title", "")[: len(direction.title)],
            research_content=by_kind.get("research_content", ""),
            assessment_indicators=by_kind.get("assessment_indicators", ""),
            sections=sections,
            requirements=(),
            limits=(),
            ratios=(),
        )

    def _fill(self, length: int, own: Sequence[str], weights: Sequence[float]) -> str:
        """Return Chinese of that length."""
        words: list[str] = []
        missing = length
        while missing > 0:
            is_own = self._random.random() < _OWN_SHARE
            word = self._random.choices(own, cum_weights=weights)[0] if is_own else self._take()
            words.append(word[:missing])
            missing -= len(words[-1])
        return "".join(words)

    def _take(self) -> str:
        """Return a word of the real notices, a frequent one more often."""
        place = self._random.randrange(len(self._source) - max(_LENGTHS))
        return self._source[place : place + self._random.choice(_LENGTHS)]


def _resection(section: Section, text: str) -> Section:
    return replace(section, text="".join(piece.slice(text) for piece in section.pieces).replace("\n", ""))
