"""Files checked as one package: what each is, its own report, and what the rules on several drafts say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from assistant.checking.one import Checked, Checker
from assistant.checking.order import CheckOrder
from assistant.checks.context import CheckContext
from assistant.checks.injections import leave_out
from assistant.checks.packages.bundle import Member
from assistant.checks.packages.run import check_package
from assistant.checks.subject import build_subject
from assistant.documents.collecting import Source
from assistant.documents.conversion import KINDS
from assistant.documents.fields import is_sure
from assistant.documents.reading import SUFFIXES
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Draft
from assistant.domain.finding import OpenItem, Package, Report, Role
from assistant.domain.form import FormName
from assistant.errors import ScannedFileError, UnknownNameError

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic"})
"""Endings of pictures, which in a package are scans of signed documents."""
_BY_NAME: tuple[tuple[FormName, str], ...] = (
    ("recommendation", r"推荐表"),
    ("plan", r"方案"),
    ("report", r"(?:推荐|遴选|工作)报告"),
    ("problem", r"问题|难题|撰写"),
    ("pioneer", r"先导技术|榜单"),
    ("proposal", r"申报书|申请书"),
)
"""What the name of a file tells of a draft that has neither the heading nor the labels of a form."""
_DRAFTS = frozenset((*SUFFIXES, *KINDS))
_SCAN = OpenItem(rule="house.batch.scan", question="这是扫描件，没有读取：请人工确认内容、签字和盖章。")
_OTHER = OpenItem(rule="house.batch.other", question="没有认出这是哪份材料，没有检查：请人工确认它是否属于这套材料。")


@dataclass(frozen=True, slots=True)
class Judged:
    """A package with the reports of its files."""

    reports: tuple[Report, ...]
    package: Package


def judge_package(
    sources: Sequence[Source], results: Sequence[Checked], catalogue: Catalogue, order: CheckOrder
) -> Judged:
    """Judge files together.

    Args:
        sources: the files.
        results: each as judged for itself, with its draft, in the same order.
        catalogue: programmes and standards.
        order: what they were checked for.
    """
    placed = [_place(source, checked, catalogue, order) for source, checked in zip(sources, results, strict=True)]
    reports = tuple(checked.report for _, checked in placed)
    members = [_build_member(role, checked, catalogue, order) for role, checked in placed]
    named = dict.fromkeys(report.programme for report in reports if report.programme)
    rules = {name: catalogue.find_programme(name).rules for name in named}
    return Judged(reports, check_package(members, rules, (report.verdict for report in reports)))


def _place(source: Source, checked: Checked, catalogue: Catalogue, order: CheckOrder) -> tuple[Role, Checked]:
    """Return what a file is, with the report that it has as such."""
    suffix = PurePath(source.name).suffix.lower()
    if suffix in PICTURES or _is_scan(checked):
        return "scan", _leave_open(checked, _SCAN)
    if checked.draft is None:
        return ("other", checked) if suffix in _DRAFTS else ("other", _leave_open(checked, _OTHER))
    form = _find_form(checked.draft, catalogue)
    if form is not None:
        return form, checked
    return _place_by_name(source, checked, catalogue, order)


def _is_scan(checked: Checked) -> bool:
    """A file of pictures without a word is a scan, whatever its kind."""
    if checked.draft is None:
        return checked.report.error is not None and checked.report.error.code == ScannedFileError.code
    document = checked.draft.document
    return bool(document.unread) and not any(block.text.strip() for block in document.blocks)


def _find_form(draft: Draft, catalogue: Catalogue) -> FormName | None:
    """Return the form that a draft surely is; None where its heading and labels do not tell."""
    known = (form for programme in catalogue.programmes for form in programme.forms if form.name == draft.form)
    return next((form.name for form in known if is_sure(draft, form)), None)


def _place_by_name(source: Source, checked: Checked, catalogue: Catalogue, order: CheckOrder) -> tuple[Role, Checked]:
    name = PurePath(source.name).stem
    form: FormName | None = next((form for form, cue in _BY_NAME if re.search(cue, name)), None)
    if form is None:
        return "other", _leave_open(checked, _OTHER)
    try:
        return form, Checker.build(catalogue, replace(order, form=form)).check(source)
    except UnknownNameError:
        return "other", _leave_open(checked, _OTHER)


def _leave_open(checked: Checked, item: OpenItem) -> Checked:
    """Return the report of a file that counts as there and was not judged."""
    sha256 = checked.draft.document.sha256 if checked.draft else checked.report.file_sha256
    return Checked(report=Report(file=checked.report.file, verdict="unconfirmed", unknown=(item,), file_sha256=sha256))


def _build_member(role: Role, checked: Checked, catalogue: Catalogue, order: CheckOrder) -> Member:
    report, draft = checked.report, checked.draft
    if draft is None or report.programme is None:
        return Member(file=report.file, role=role)
    programme = catalogue.find_programme(report.programme)
    form = next(one for one in programme.forms if one.name == draft.form)
    context = CheckContext.build(
        programme=programme, form=form, catalogue=catalogue, today=order.today, direction=order.direction
    )
    return Member(file=report.file, role=role, subject=build_subject(leave_out(draft), context))
