"""The verb `ask`: from a question to an answer with its clauses, or to a refusal with the nearest ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from assistant.answering.asked.focus import find_focus
from assistant.answering.asked.question import Inquiry, understand
from assistant.answering.kinds.alike import spread
from assistant.answering.kinds.compare import claim_comparison
from assistant.answering.kinds.deadlines import claim_still_open, date_deadlines, lack_deadline
from assistant.answering.kinds.facts import Outcome, claim_facts
from assistant.answering.kinds.numbered_clauses import claim_clauses
from assistant.answering.kinds.refusing import refuse
from assistant.answering.kinds.rescuing import settle_parts
from assistant.answering.kinds.rows import claim_rows
from assistant.answering.kinds.structured import find_structured
from assistant.answering.personal.every import claim_personal
from assistant.answering.saying.claims import Claim, list_units
from assistant.answering.saying.earning import keep_earned
from assistant.answering.saying.opening import INFERRED, open_answer
from assistant.answering.saying.remarks import remark_on
from assistant.answering.saying.stating import Quotes, state_claims
from assistant.answering.saying.touching import be_honest
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.answering.sentences.quoting import add_headings, widen
from assistant.answering.sentences.units import Unit, cite
from assistant.domain.answer import Answer, Turn
from assistant.domain.catalogue import Catalogue
from assistant.domain.made import Made
from assistant.domain.passage import Hit
from assistant.domain.search import Search
from assistant.domain.task import OPENINGS, AnswerTask, Wording, Writer

FEW = 5
MANY = 12
"""Citations at most: for one fact, and for a list, a comparison or several facts; the contract of the verb `ask`."""
_NEAREST = 3
_HITS = 40


def answer_question(  # noqa: PLR0913 - the parts of the verb, all named
    question: str,
    *,
    catalogue: Catalogue,
    search: Search,
    writer: Writer,
    programme: str | None = None,
    history: Sequence[Turn] = (),
    today: date,
    folder: Path | None = None,
) -> Answer:
    """Answer a question from the notices alone.

    Args:
        question: as typed, not empty.
        catalogue: all programmes.
        search: finds clauses and directions.
        writer: words what was found.
        programme: id of the programme or document to answer for; None to tell it from the question.
        history: earlier turns, the oldest first.
        today: the day that deadlines are compared with.
        folder: the user's data folder; see `open_corpus`.

    Raises:
        UnknownNameError: there is no such programme.
        WriterError: the writer failed.
    """
    corpus = open_corpus(catalogue, folder)
    inquiry = understand(question, corpus, programme, history)
    still = claim_still_open(inquiry, corpus, today)
    if still:
        return _word(inquiry, corpus, Outcome(tuple(still), (), ()), writer, today)
    undated = lack_deadline(inquiry, corpus)
    if undated is not None:
        return refuse(inquiry, corpus, Outcome((), inquiry.parts, _nearest(inquiry, corpus, search), (undated,)))
    personal = tuple(claim_personal(inquiry, corpus, today))
    alone = bool(personal) and len(inquiry.parts) == 1
    outcome = Outcome(personal, (), ()) if alone else _find(inquiry, corpus, search)
    outcome = outcome if alone else replace(outcome, claims=(*personal, *outcome.claims))
    if not outcome.claims:
        return refuse(inquiry, corpus, outcome)
    outcome = settle_parts(outcome)
    claims = spread(keep_earned(be_honest(outcome.claims, inquiry, corpus), corpus), inquiry, corpus)
    claims = (*claims, *date_deadlines(claims, inquiry, corpus, today))
    return _word(inquiry, corpus, replace(outcome, claims=claims), writer, today)


def _find(inquiry: Inquiry, corpus: Corpus, search: Search) -> Outcome:
    """Return what the notices say: computed figures, lists and rows before single sentences."""
    rows = claim_rows(inquiry, corpus)
    if rows:
        return Outcome(tuple(rows), (), ())
    if inquiry.scope.missing:
        return Outcome((), inquiry.parts, _nearest(inquiry, corpus, search))
    clauses = claim_clauses(inquiry, corpus)
    if clauses is not None:
        return (
            Outcome(tuple(clauses), (), ())
            if clauses
            else Outcome((), inquiry.parts, _nearest(inquiry, corpus, search))
        )
    focus = find_focus(inquiry, corpus)
    structured = find_structured(inquiry, corpus, focus)
    if structured is not None and not structured.rest:
        return Outcome(structured.claims, structured.refused, structured.nearest)
    programmes = [programme.id for programme in inquiry.scope.programmes]

    @cache
    def find(text: str) -> Sequence[Hit]:
        return search.search(text, kinds=("clause", "direction"), programmes=programmes, top=_HITS)

    if structured is not None:
        return structured.join(claim_facts(replace(inquiry, parts=structured.rest), corpus, find, focus))
    compared = claim_comparison(inquiry, corpus, find(inquiry.text), focus) if inquiry.compares else []
    return Outcome(tuple(compared), (), ()) if compared else claim_facts(inquiry, corpus, find, focus)


def _nearest(inquiry: Inquiry, corpus: Corpus, search: Search) -> tuple[Unit, ...]:
    """Return the sentences nearest to a question about a notice that is not here."""
    programmes = None if inquiry.scope.missing else [one.id for one in inquiry.scope.programmes]
    hits = search.search(inquiry.text, kinds=("clause",), programmes=programmes, top=_NEAREST)
    found: list[Unit] = []
    for hit in hits:
        own = (corpus.units[place] for place in corpus.own.get(hit.passage.programme, ()))
        found += [unit for unit in own if hit.passage.span.start <= unit.span.start < hit.passage.span.end][:1]
    return tuple(found)


def _word(inquiry: Inquiry, corpus: Corpus, outcome: Outcome, writer: Writer, today: date) -> Answer:
    claims = outcome.claims
    most = MANY if _is_many(inquiry, claims) else FEW
    units, places = widen(list_units(claims), corpus, most)
    quotes = Quotes(add_headings(units, corpus, most), places)
    opening = open_answer(claims, inquiry.text, corpus)
    statements, labels = state_claims(claims, quotes, corpus, OPENINGS[opening])
    if opening in INFERRED:
        statements[0] = replace(statements[0], derived=True)
    task = AnswerTask(
        question=inquiry.question,
        citations=tuple(cite(unit, corpus.programmes[unit.programme]) for unit in quotes.units),
        labels=labels,
        facts=tuple(statement.text for statement in statements if statement.derived),
        statements=tuple(statements),
        opening=opening,
        unanswered=tuple(part.text for part in outcome.refused),
        remarks=tuple(remark_on(statements, quotes, corpus)),
        today=today,
    )
    wording = writer.answer(task)
    return Answer(
        question=inquiry.question,
        covered=True,
        answer=wording.text,
        sentences=wording.sentences,
        citations=task.citations,
        derived=any(statement.derived for statement in statements),
        writer=wording.writer,
        warnings=wording.warnings,
        made=_tell_making(wording, task, corpus) if wording.prompt else None,
    )


def _tell_making(wording: Wording, task: AnswerTask, corpus: Corpus) -> Made:
    """Return how a model came to word the answer."""
    programmes = dict.fromkeys(one.programme for one in task.citations)
    notices = (corpus.programmes[one].info.sha256 for one in programmes)
    return Made(model=wording.writer, prompt=wording.prompt, programme=" ".join(programmes), notice=" ".join(notices))


def _is_many(inquiry: Inquiry, claims: Sequence[Claim]) -> bool:
    asks = any(part.wants("list", "procedure") for part in inquiry.parts)
    return (
        asks or inquiry.compares or len(inquiry.parts) > 1 or len(claims) > 1 or any(claim.derived for claim in claims)
    )
