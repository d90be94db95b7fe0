"""An answer as it streams: its sentences with their marks, then the quotes; a refusal with the nearest clauses."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.answer import Answer, Citation, Sentence
from assistant.domain.catalogue import Catalogue
from assistant.wording import (
    bind_citations,
    citation_mark,
    programme_name,
    programme_of,
    show_quote,
    source_line,
    split_citations,
)
from wenjin_ui.views.explained import render_explanation
from wenjin_ui.views.marks import cite, fold, join, lines, notes, quote_row, writer_line
from wenjin_ui.views.places import Place, place_of_citation
from wenjin_ui.words import frame, say


def stream_answer(answer: Answer, catalogue: Catalogue) -> Iterator[Markup]:
    """Yield the answer piece by piece; each piece is the whole so far."""
    marks = [_mark(one, catalogue) for one in answer.citations]
    said: list[Markup] = []
    for sentence in bind_citations(answer):
        said.append(_sentence(sentence, marks))
        yield _body(answer, join(said))
    yield _body(answer, join(said)) + _evidence(answer, catalogue)


def first_place(answer: Answer, catalogue: Catalogue) -> Place | None:
    """Return the place that the workspace opens by itself; None where nothing is cited."""
    return next((place for one in answer.citations if (place := place_of_citation(one, catalogue))), None)


def _body(answer: Answer, said: Markup) -> Markup:
    refused = Markup("") if answer.covered else frame('<p class="wj-tag">[[answer.uncovered]]</p>')
    return Markup('{}<p class="wj-said">{}</p>').format(refused, said)


def _sentence(sentence: Sentence, marks: list[Markup]) -> Markup:
    text = sentence.text.rstrip("\n")
    unique = dict.fromkeys(marks[number] for number in sentence.citations)
    return lines(text) + join(unique) + Markup("<br>") * (len(sentence.text) - len(text))


def _mark(citation: Citation, catalogue: Catalogue) -> Markup:
    mark = citation_mark(catalogue, citation.programme, citation.clause)
    return cite(mark, place_of_citation(citation, catalogue), show_quote(citation))


def _evidence(answer: Answer, catalogue: Catalogue) -> Markup:
    cited, further = split_citations(answer)
    groups = (("answer.evidence", cited), ("answer.further", further), ("answer.nearest", answer.nearest))
    quotes = join(_fold(key, group, catalogue) for key, group in groups if group)
    why = render_explanation(answer.explanation, catalogue)
    return quotes + notes(answer.warnings) + why + writer_line(answer.writer, catalogue)


def _fold(key: str, citations: tuple[Citation, ...], catalogue: Catalogue) -> Markup:
    rows = join(_row(one, catalogue) for one in citations)
    body = Markup('<ol class="wj-quotes">{}</ol>').format(rows)
    return fold(say(key, n=len(citations)), body, is_open=key != "answer.further")


def _row(citation: Citation, catalogue: Catalogue) -> Markup:
    known = programme_of(catalogue, citation.programme)
    source = source_line(known.info) if known else programme_name(catalogue, citation.programme)
    return quote_row(_mark(citation, catalogue), source, show_quote(citation))
