"""The verb `ask`: from a question to an answer with its clauses, or to a refusal with the nearest ones."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.claims import Claim, list_units, name_programme
from assistant.answering.compare import claim_comparison
from assistant.answering.corpus import Corpus, open_corpus
from assistant.answering.facts import Outcome, claim_facts
from assistant.answering.focus import find_focus
from assistant.answering.question import Inquiry, understand
from assistant.answering.quoting import add_headings, widen
from assistant.answering.rows import claim_rows
from assistant.answering.structured import find_structured
from assistant.answering.units import Unit, cite
from assistant.domain.answer import Answer, Citation, Turn
from assistant.domain.catalogue import Catalogue
from assistant.domain.search import Search
from assistant.domain.task import AnswerTask, Opening, Statement, Writer

FEW = 5
MANY = 12
"""Citations at most: for one fact, and for a list, a comparison or several facts; the contract of the verb `ask`."""
_NEAREST = 3
_HITS = 60
_FORBIDS = re.compile(r"不得|不能|不可|不予|不再|限申报")
_ALLOWS = re.compile(r"可(?!能)|可以|鼓励|均可")
_MAY = re.compile(r"能不能|能否|可不可以|可否|可以.{0,12}[吗么]|能.{0,14}[吗么]|行不行|允许")

_SHOWN = "下面列出最接近的条款，仅供参考。"


def answer_question(  # noqa: PLR0913 - the parts of the verb, all named
    question: str,
    *,
    catalogue: Catalogue,
    search: Search,
    writer: Writer,
    programme: str | None = None,
    history: Sequence[Turn] = (),
    today: date,
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

    Raises:
        UnknownNameError: there is no such programme.
        WriterError: the writer failed.
    """
    corpus = open_corpus(catalogue)
    inquiry = understand(question, corpus, programme, history)
    outcome = _find(inquiry, corpus, search)
    if not outcome.claims:
        return _refuse(inquiry, corpus, outcome)
    claims = (*outcome.claims, *_date_deadlines(outcome.claims, inquiry, corpus, today))
    return _word(inquiry, corpus, replace(outcome, claims=claims), writer, today)


def _date_deadlines(claims: Sequence[Claim], inquiry: Inquiry, corpus: Corpus, today: date) -> list[Claim]:
    """Return whether a last day of submission that the answer gives is past, one statement a programme."""
    if not any(concept.name == "deadline" for part in inquiry.parts for concept in part.concepts):
        return []
    dated: list[Claim] = []
    for programme in dict.fromkeys(one for claim in claims for one in claim.programmes):
        deadline = corpus.programmes[programme].info.deadline
        printed = f"{deadline.year}年{deadline.month}月{deadline.day}日" if deadline else ""
        units = [
            unit for claim in claims for unit in claim.units if unit.programme == programme and printed in unit.plain
        ]
        if deadline and units:
            text = f"{printed}{'已过' if deadline < today else '未到'}（以{today:%Y-%m-%d}计）"
            dated.append(Claim(programmes=(programme,), text=text, units=tuple(units[:1]), derived=True))
    return dated


def _find(inquiry: Inquiry, corpus: Corpus, search: Search) -> Outcome:
    """Return what the notices say: computed figures, lists and rows before single sentences."""
    rows = claim_rows(inquiry, corpus)
    if rows:
        return Outcome(tuple(rows), (), ())
    if inquiry.scope.missing:
        return Outcome((), inquiry.parts, _nearest(inquiry, corpus, search))
    focus = find_focus(inquiry, corpus)
    structured = find_structured(inquiry, corpus, focus)
    if structured is not None and not structured.rest:
        return Outcome(structured.claims, structured.refused, structured.nearest)
    programmes = [programme.id for programme in inquiry.scope.programmes]
    hits = search.search(inquiry.text, kinds=("clause", "direction"), programmes=programmes, top=_HITS)
    if structured is not None:
        return structured.join(claim_facts(replace(inquiry, parts=structured.rest), corpus, hits, focus))
    compared = claim_comparison(inquiry, corpus, hits, focus)
    return Outcome(tuple(compared), (), ()) if compared else claim_facts(inquiry, corpus, hits, focus)


def _nearest(inquiry: Inquiry, corpus: Corpus, search: Search) -> tuple[Unit, ...]:
    """Return the sentences nearest to a question about a notice that is not here."""
    hits = search.search(inquiry.text, kinds=("clause",), top=_NEAREST)
    found: list[Unit] = []
    for hit in hits:
        own = (corpus.units[place] for place in corpus.own.get(hit.passage.programme, ()))
        found += [unit for unit in own if hit.passage.span.start <= unit.span.start < hit.passage.span.end][:1]
    return tuple(found)


def _word(inquiry: Inquiry, corpus: Corpus, outcome: Outcome, writer: Writer, today: date) -> Answer:
    claims = outcome.claims
    units, place = widen(list_units(claims), corpus, MANY if _is_many(inquiry, claims) else FEW)
    units = add_headings(units, corpus, MANY if _is_many(inquiry, claims) else FEW)
    citations = tuple(cite(unit, corpus.programmes[unit.programme]) for unit in units)
    statements = tuple(
        Statement(
            programmes=claim.programmes,
            text=claim.text,
            citations=tuple(dict.fromkeys(place[unit] for unit in claim.units if unit in place)),
            derived=claim.derived,
        )
        for claim in claims
    )
    task = AnswerTask(
        question=inquiry.question,
        citations=citations,
        labels={one: name_programme(corpus.programmes[one]) for claim in claims for one in claim.programmes},
        facts=tuple(statement.text for statement in statements if statement.derived),
        statements=statements,
        opening=_open(inquiry, claims),
        unanswered=tuple(part.text for part in outcome.refused),
        today=today,
    )
    wording = writer.answer(task)
    return Answer(
        question=inquiry.question,
        covered=True,
        answer=wording.text,
        citations=citations,
        derived=any(statement.derived for statement in statements),
        writer=wording.writer,
        warnings=wording.warnings,
    )


def _is_many(inquiry: Inquiry, claims: Sequence[Claim]) -> bool:
    asks = any(part.wants("list", "procedure") for part in inquiry.parts)
    return (
        asks or inquiry.compares or len(inquiry.parts) > 1 or len(claims) > 1 or any(claim.derived for claim in claims)
    )


def _open(inquiry: Inquiry, claims: Sequence[Claim]) -> Opening:
    """Return the answer to 能不能 in a word, where the clause says plainly that one may or may not."""
    if not _MAY.search(inquiry.text) or len(inquiry.parts) > 1 or len(claims) > 1:
        return ""
    forbids, allows = _FORBIDS.search(claims[0].text), _ALLOWS.search(claims[0].text)
    if forbids and not allows:
        return "no"
    return "yes" if allows and not forbids else ""


def _refuse(inquiry: Inquiry, corpus: Corpus, outcome: Outcome) -> Answer:
    nearest: tuple[Citation, ...] = tuple(
        cite(unit, corpus.programmes[unit.programme]) for unit in outcome.nearest[:_NEAREST]
    )
    answer = _explain(inquiry, corpus) + (_SHOWN if nearest and not inquiry.scope.missing else "")
    return Answer(question=inquiry.question, covered=False, answer=answer, nearest=nearest)


def _explain(inquiry: Inquiry, corpus: Corpus) -> str:
    """Return what was searched and that it does not answer the question."""
    if inquiry.scope.missing:
        have = "、".join(dict.fromkeys(_short(programme.id, corpus) for programme in corpus.catalogue.programmes))
        return f"资料未涉及：这里没有{inquiry.scope.missing}。现有的是{have}。"
    searched = [name_programme(programme) for programme in inquiry.scope.programmes]
    shown = "、".join(searched[:3]) + (f"等{len(searched)}份资料" if len(searched) > 3 else "")  # noqa: PLR2004 - shown
    return f"资料未涉及这一问题：已查{shown}，其中没有条款给出所问的内容。"


def _short(programme_id: str, corpus: Corpus) -> str:
    programme = corpus.programmes[programme_id]
    return f"{programme.info.year}年国家重点研发计划各专项指南" if programme.info.number else name_programme(programme)
