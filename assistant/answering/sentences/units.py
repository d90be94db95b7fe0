"""The sentences that can be quoted: each an exact substring inside one clause, at most 300 characters long."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from assistant.domain.answer import Citation
from assistant.domain.direction import Direction
from assistant.domain.notice import Clause, Span
from assistant.domain.programme import Programme
from assistant.text import clean, count_characters, normalise

QUOTE_LIMIT = 300
"""Longest quote in characters; the contract of the verb `ask`."""

UnitKind = Literal[
    "heading", "prose", "form", "table", "row", "contact", "requirement", "content", "indicator", "direction", "area",
]  # fmt: skip

_SENTENCE = re.compile(r"[^。！？]+[。！？]*[”’）》】]*")
_PART = re.compile(r"[^；;]+[；;]*")
_PHRASE = re.compile(r"[^，,；;]+[，,；;]*")
_LABELLED = re.compile(r"[:：]")
_COMFORTABLE = 110
"""Characters; a longer sentence is cut at its semicolons, since each part is a rule of its own."""
_SECTION_KINDS: dict[str, UnitKind] = {
    "title": "direction",
    "research_content": "content",
    "assessment_indicators": "indicator",
    "requirements": "requirement",
}


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One quotable sentence."""

    doc: str
    programme: str
    clause: str
    kind: UnitKind
    heading: str
    """Titles above the sentence, the clause's own included: searched, never quoted."""
    text: str
    """On one line, as quoted."""
    body: str
    """The text without the heading that its clause begins with."""
    span: Span
    label: str = ""
    """Normalised title of the blank of a form; empty otherwise."""
    direction: str = ""
    """Number of the direction that the sentence belongs to; empty for a clause of the notice."""

    @cached_property
    def searched(self) -> str:
        """Return heading and body, normalised, for matching."""
        return f"{normalise(self.heading)}¦{self.plain}"

    @cached_property
    def quoted(self) -> str:
        """Return the quote, normalised: a heading may hold the value that is asked for (终审阶段（2020年12月中旬）)."""
        return normalise(self.text)

    @cached_property
    def plain(self) -> str:
        """Return the body, normalised."""
        return normalise(self.body)


def build_units(programme: Programme) -> tuple[Unit, ...]:
    """Return the programme's sentences in the order of the notice, directions last."""
    titles = {clause.path: clause for clause in programme.notice.clauses}
    return (
        *(unit for clause in programme.notice.clauses for unit in _of_clause(programme, clause, titles)),
        *(unit for direction in programme.directions for unit in _of_direction(programme, direction)),
    )


def cite(unit: Unit, programme: Programme) -> Citation:
    """Return the sentence as a citation; the break behind a heading, and those of lists of lines, stay."""
    issued = programme.info.issued_on
    return Citation(
        doc=unit.doc,
        programme=unit.programme,
        clause=unit.clause,
        quote=_break(unit, programme),
        span=(unit.span.start, unit.span.end),
        issued_on=issued.isoformat() if issued else None,
    )


def _break(unit: Unit, programme: Programme) -> str:
    """Return the quote with a line break where the notice sets a heading or a field off from what follows."""
    raw = unit.span.slice(programme.notice.text)
    if unit.kind == "contact" or unit.clause in {"落款", "文头"}:
        broken = "\n".join(_join_lines(raw))
    else:
        title = next((clause.title for clause in programme.notice.clauses if clause.path == unit.clause), "")
        head, line, rest = raw.strip().partition("\n")
        set_off = bool(line) and bool(title) and clean(head).endswith(title)
        broken = f"{clean(head)}\n{clean(rest)}" if set_off and rest.strip() else unit.text
    return broken if len(broken) <= QUOTE_LIMIT else unit.text


def _join_lines(raw: str) -> list[str]:
    """Return the lines, one that has no label of its own joined to the line before it where that has one."""
    lines: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in raw.splitlines())):
        if lines and _LABELLED.search(lines[-1]) and not _LABELLED.search(line):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _of_clause(programme: Programme, clause: Clause, titles: dict[str, Clause]) -> Iterator[Unit]:
    text = programme.notice.text
    kind: UnitKind = clause.kind
    heading = " ".join([*_titles_above(clause, titles), clause.title]).strip()
    whole = clause.kind in {"contact", "form", "row", "heading", "table"}
    for position, span in enumerate(_cut(text, clause.pieces, whole=whole)):
        quote = clean(span.slice(text))
        body = _without_heading(quote, clause) if position == 0 else quote
        if not body and clause.kind not in {"heading", "table"}:
            continue
        yield Unit(
            doc=programme.info.doc,
            programme=programme.id,
            clause=clause.path,
            kind=kind,
            heading=heading,
            text=quote,
            body=body or quote,
            span=span,
            label=normalise(clause.title) if kind == "form" else "",
        )


def _titles_above(clause: Clause, titles: dict[str, Clause]) -> list[str]:
    above: list[str] = []
    path = clause.parent
    while path is not None and path in titles:
        above.append(f"{path} {titles[path].title}")
        path = titles[path].parent
    return list(reversed(above))


def _without_heading(quote: str, clause: Clause) -> str:
    """Return the text behind the number, and behind the title where that stands on a line of its own."""
    body = re.sub(
        r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])\s*", "", quote
    )
    if clause.kind in {"prose", "heading"} and clause.title and body.startswith(clause.title):
        rest = body[len(clause.title) :].lstrip()
        return rest if not rest.startswith(tuple("。：:，")) else body
    return body


def _of_direction(programme: Programme, direction: Direction) -> Iterator[Unit]:
    text = programme.notice.text
    heading = f"{direction.area_title} {direction.number} {direction.title}"
    for section in direction.sections:
        for position, span in enumerate(_cut(text, section.pieces, whole=section.kind == "title")):
            quote = clean(span.slice(text))
            label = re.compile(rf"^{re.escape(section.label)}[:：]\s*") if section.label else None
            yield Unit(
                doc=programme.info.doc,
                programme=programme.id,
                clause=f"{direction.number} {section.label}".strip(),
                kind=_SECTION_KINDS[section.kind],
                heading=f"{heading} {section.label}",
                text=quote,
                body=label.sub("", quote) if label and position == 0 else quote,
                span=span,
                direction=direction.number,
            )


def _cut(text: str, pieces: tuple[Span, ...], *, whole: bool) -> Iterator[Span]:
    """Yield the sentences of the pieces; whole pieces where the clause is no running text and short enough."""
    for piece in pieces:
        if whole and count_characters(piece.slice(text)) <= QUOTE_LIMIT:
            yield from _strip(text, piece)
            continue
        for sentence in _split(text, piece, _SENTENCE):
            yield from _fit(text, sentence)


def _fit(text: str, sentence: Span) -> Iterator[Span]:
    if count_characters(sentence.slice(text)) <= _COMFORTABLE:
        yield from _strip(text, sentence)
        return
    for part in _split(text, sentence, _PART):
        if count_characters(part.slice(text)) <= QUOTE_LIMIT:
            yield from _strip(text, part)
        else:
            yield from _join_phrases(text, part)


def _join_phrases(text: str, part: Span) -> Iterator[Span]:
    """Yield pieces of at most the limit, cut at commas, or at the limit where there are none."""
    start = part.start
    end = start
    for phrase in _split(text, part, _PHRASE):
        if count_characters(text[start : phrase.end]) > QUOTE_LIMIT and end > start:
            yield from _strip(text, Span(start, end))
            start = end
        end = phrase.end
    while end - start > QUOTE_LIMIT and count_characters(text[start:end]) > QUOTE_LIMIT:
        yield from _strip(text, Span(start, start + QUOTE_LIMIT))
        start += QUOTE_LIMIT
    yield from _strip(text, Span(start, end))


def _split(text: str, span: Span, pattern: re.Pattern[str]) -> list[Span]:
    """Return the parts that the pattern finds; they cover the span without gaps."""
    ends = [match.end() for match in pattern.finditer(text, span.start, span.end)]
    cuts = [span.start, *ends[:-1], span.end]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


def _strip(text: str, span: Span) -> Iterator[Span]:
    part = span.slice(text)
    if part.strip():
        yield Span(span.end - len(part.lstrip()), span.start + len(part.rstrip()))
