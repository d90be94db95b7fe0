"""Proposals for a title, and released problems near it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.title import ProblemsResult, SimilarProblem, TitleAdvice, TitleCandidate
from wenjin_ui.views.marks import fold, join, writer_line
from wenjin_ui.words import frame, say

_CANDIDATE = frame(
    '<li class="wj-candidate"><p class="wj-zh">{zh} <button type="button" data-copy="{zh}">[[form.copy]]</button></p>'
    '{en}<p class="wj-line">{why}</p>{added}{findings}</li>'
)


def stream_title(advice: TitleAdvice, catalogue: Catalogue) -> Iterator[Markup]:
    """Yield what the title lacks, the proposals one by one, then what is near; each piece is the whole so far."""
    verdict = say("title.question" if advice.is_question else "title.statement")
    faults = join(
        Markup('<li class="wj-{}">{}：{}</li>').format(one.severity, say(f"severity.{one.severity}"), one.message)
        for one in advice.findings
    )
    head = Markup('<p class="wj-said">{}{}</p><ul class="wj-faults">{}</ul>').format(
        verdict, say("title.proposals") if advice.candidates else "", faults
    )
    rows = [_candidate(one) for one in advice.candidates]
    for shown in range(len(rows) + 1):
        yield head + Markup('<ol class="wj-candidates">{}</ol>').format(join(rows[:shown]))
    whole = head + Markup('<ol class="wj-candidates">{}</ol>').format(join(rows))
    yield whole + _scope(advice) + _similar(advice) + _warnings(advice) + writer_line(advice.writer, catalogue)


def stream_problems(result: ProblemsResult) -> Iterator[Markup]:
    """Yield the released problems near a query."""
    head = say("title.near" if result.problems else "title.none_near", query=result.query)
    yield Markup('<p class="wj-said">{}</p>{}<p class="wj-note">{}</p>').format(
        head, _table(result.problems), result.note
    )


def _candidate(candidate: TitleCandidate) -> Markup:
    added = (frame("<li>[[title.added]] “{}”：{}</li>").format(one.text, one.origin) for one in candidate.added)
    faults = (Markup('<li class="wj-{}">{}</li>').format(one.severity, one.message) for one in candidate.findings)
    return _CANDIDATE.format(
        zh=candidate.zh,
        en=Markup('<p class="wj-line" lang="en">{}</p>').format(candidate.en) if candidate.en else "",
        why=candidate.why,
        added=Markup('<ul class="wj-terms">{}</ul>').format(join(added)) if candidate.added else "",
        findings=Markup('<ul class="wj-faults">{}</ul>').format(join(faults)) if candidate.findings else "",
    )


def _scope(advice: TitleAdvice) -> Markup:
    return Markup('<p class="wj-note">{}</p>').format(advice.scope) if advice.scope else Markup("")


def _warnings(advice: TitleAdvice) -> Markup:
    return join(Markup('<p class="wj-note">{}</p>').format(one) for one in advice.warnings)


def _similar(advice: TitleAdvice) -> Markup:
    if not advice.similar:
        return Markup("")
    note = Markup('<p class="wj-note">{}</p>').format(advice.similar_note)
    return fold(say("title.similar", n=len(advice.similar)), _table(advice.similar) + note)


def _table(problems: Sequence[SimilarProblem]) -> Markup:
    if not problems:
        return Markup("")
    rows = join(
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{:.0%}</td></tr>").format(
            one.title, one.year, one.kind, one.source, one.similarity
        )
        for one in problems
    )
    head = frame(
        "<tr><th>[[section.title]]</th><th>[[title.year]]</th><th>[[title.kind]]</th><th>[[title.source]]</th>"
        "<th>[[title.likeness]]</th></tr>"
    )
    return Markup('<table class="wj-table"><thead>{}</thead><tbody>{}</tbody></table>').format(head, rows)
