"""Which form a document is, and under which programme it is judged."""

from dataclasses import dataclass

from assistant.documents.fields import recognise
from assistant.domain.draft import Document, Draft
from assistant.domain.form import Form
from assistant.domain.programme import Programme
from assistant.text import put_in_quotes

Candidate = tuple[Programme, Form]
Candidates = tuple[Candidate, ...]
"""What a file may be, the newest programme first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A document read as one form of one programme."""

    draft: Draft
    programme: Programme
    form: Form
    because: str
    """Chinese sentence that says why."""


def choose(document: Document, candidates: Candidates) -> Choice:
    """Return the document as the form that fits it best, under the guide that it names or the newest with that form.

    Args:
        document: the document.
        candidates: at least one, the newest programme first.
    """
    by_name: dict[str, list[Candidate]] = {}
    for programme, form in candidates:
        by_name.setdefault(form.name, []).append((programme, form))
    draft = recognise(document, tuple(pairs[0][1] for pairs in by_name.values()))
    pairs = by_name[draft.form]
    known = "按标签识别为" if len(by_name) > 1 else "按指定的"
    return _choose_guide(draft, pairs, known) or _choose_newest(draft, pairs, known)


def _choose_guide(draft: Draft, pairs: list[Candidate], known: str) -> Choice | None:
    """Several guides share one form and their numbers; None where the draft tells nothing of its guide."""
    guides = {programme.id: form for programme, form in pairs if programme.directions}
    if len(pairs) == 1 or not guides:
        return None
    from assistant.checks.parsing.proposals.guides import choose_guide  # noqa: PLC0415 - most drafts are no proposals
    from assistant.checks.parsing.proposals.stated import gather  # noqa: PLC0415 - as above

    form = pairs[0][1]
    found = choose_guide(gather(draft, form), [programme for programme, _ in pairs if programme.directions])
    if found is None:
        return None
    name = found.programme.info.short_title
    because = f"{known}{put_in_quotes(form.title)}；{found.because}，按{put_in_quotes(name)}检查。"
    return Choice(draft, found.programme, guides[found.programme.id], because)


def _choose_newest(draft: Draft, pairs: list[Candidate], known: str) -> Choice:
    programme, form = pairs[0]
    because = f"{known}{put_in_quotes(form.title)}" + ("" if known.endswith("为") else "检查")
    if len(pairs) > 1:
        because += f"；有{len(pairs)}个通知用同一表格，取最新的{put_in_quotes(programme.info.short_title)}"
    return Choice(draft, programme, form, because + "。")
