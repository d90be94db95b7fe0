"""The verb `revise`: a draft in, the smallest change for each finding out; accepted ones made in a copy of the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.checking.one import Checked, Checker
from assistant.checking.order import CheckOrder
from assistant.checks.context import CheckContext
from assistant.documents.collecting import Source, collect
from assistant.documents.replacing import Replacement, replace_words
from assistant.domain.catalogue import Catalogue
from assistant.domain.revision import Mend, Revision
from assistant.drafting.revise.mending import Desk, propose_mends
from assistant.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the author has decided on the proposals."""

    every: bool = False
    """True accepts every proposal that has a text of its own."""
    accepted: tuple[int, ...] = ()
    edited: Mapping[int, str] = field(default_factory=dict[int, str])
    """The author's own wording of a line, by the proposal's number."""


@dataclass(frozen=True, slots=True)
class Revised:
    """The proposals, and the changed file where something was accepted."""

    revision: Revision
    data: bytes | None = None


def revise(catalogue: Catalogue, path: Path, order: CheckOrder, decisions: Decisions | None = None) -> Revised:
    """Return the smallest change for each finding of a draft, and the file with the accepted ones made.

    Args:
        catalogue: the rules.
        path: the draft.
        order: programme, form and day of the check.
        decisions: what was accepted; None only proposes.

    Raises:
        UnreadableFileError: the file cannot be read, or cannot be changed in place.
        InputError: a number is none of the proposals'.
    """
    return revise_source(catalogue, next(iter(collect([path]))), order, decisions)


def revise_source(
    catalogue: Catalogue, source: Source, order: CheckOrder, decisions: Decisions | None = None
) -> Revised:
    """Return the same of a draft that is no file any more; see `revise`."""
    checker = Checker.build(catalogue, order)
    checked = checker.check(source)
    mends = _propose(checked, catalogue, order)
    revision = Revision(file=source.name, report=checked.report, mends=mends)
    if decisions is None:
        return Revised(revision)
    wanted = _list_wanted(mends, decisions)
    data, made, refused = _make(source.name, _bytes_of(source), wanted)
    if not made:
        return Revised(revision.model_copy(update={"refused": refused}))
    after = checker.check(Source(name=source.name, content=data)).report
    return Revised(revision.model_copy(update={"accepted": made, "refused": refused, "after": after}), data)


def _bytes_of(source: Source) -> bytes:
    """Return the file; one that could not be read has been refused before."""
    if isinstance(source.content, bytes):
        return source.content
    if isinstance(source.content, Path):
        return source.content.read_bytes()
    raise source.content


def _propose(checked: Checked, catalogue: Catalogue, order: CheckOrder) -> tuple[Mend, ...]:
    """Return the proposals.

    Raises:
        InputError: the file could not be read as a draft.
    """
    report, draft = checked.report, checked.draft
    if draft is None or report.programme is None:
        error = report.error
        raise InputError(
            error.message if error else "读不了这份草稿。", where=report.file, hint=error.hint if error else None
        )
    programme = catalogue.find_programme(report.programme)
    form = next(one for one in programme.forms if one.name == report.form)
    context = CheckContext.build(programme=programme, form=form, catalogue=catalogue, today=order.today)
    desk = Desk(draft=draft, rules=programme.rules, context=context, catalogue=catalogue)
    return propose_mends(report.findings, desk)


def _list_wanted(mends: Sequence[Mend], decisions: Decisions) -> list[tuple[Mend, str]]:
    """Return the changes to be made, each with its text.

    Raises:
        InputError: a number is none of the proposals', or a proposal without a text was accepted as it is.
    """
    known = {one.id: one for one in mends}
    for number in (*decisions.accepted, *decisions.edited):
        if number not in known:
            raise InputError(f"没有第{number}条建议。", where="--accept", hint=f"共有{len(mends)}条。")
    wanted: list[tuple[Mend, str]] = []
    for one in mends:
        if one.id in decisions.edited:
            wanted.append((one, decisions.edited[one.id]))
        elif one.after is not None and (decisions.every or one.id in decisions.accepted):
            wanted.append((one, one.after))
    return wanted


def _make(name: str, data: bytes, wanted: Sequence[tuple[Mend, str]]) -> tuple[bytes, tuple[int, ...], tuple[int, ...]]:
    """Return the file with one change after the other made, and the numbers of those made and not made."""
    made: list[int] = []
    refused: list[int] = []
    for mend, text in wanted:
        data, failed = replace_words(name, data, [_replacement(mend, text)])
        (refused if failed else made).append(mend.id)
    return data, tuple(made), tuple(refused)


def _replacement(mend: Mend, text: str) -> Replacement:
    """Return the change of a line; what only comes behind it is written there, whatever else has changed in it."""
    where = mend.where
    paragraph = where.paragraph or 0
    if mend.before and text.startswith(mend.before):
        return Replacement(paragraph, "", text[len(mend.before) :])
    if not mend.before and where.table is not None:
        return Replacement(
            0, "", text
        )  # beside a label in a table there is another cell, which holds no text to write behind
    return Replacement(paragraph, mend.before, text)
