"""`check --annotate`: a copy of each author's Word file with the findings in its margin."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from assistant.commandline.arguments import Arguments
from assistant.commandline.output import write_bytes
from assistant.commandline.reports import TITLE, refuse_foreign, refuse_input
from assistant.documents.collecting import Source
from assistant.domain.finding import Report, Reports
from assistant.errors import AssistantError, InputError, UnreadableFileError
from assistant.reporting.shown import show_report
from assistant.service import Assistant

_WORD = ".docx"


def annotate(arguments: Arguments, reports: Reports, assistant: Assistant, sources: Iterable[Source]) -> None:
    """Write a file for each report into the folder: the annotated copy, or a summary where the draft is no Word file.

    What cannot be written is said on standard error, and the rest goes on.

    Args:
        arguments: of `check`.
        reports: what it found.
        assistant: knows the notices that findings cite.
        sources: the files that were checked, by the names that the reports bear.

    Raises:
        InputError: the folder cannot be made.
    """
    folder = arguments.annotate or Path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("建不了存放批注稿的文件夹。", where=str(folder), hint="请检查路径和权限。") from error
    held = {source.name: source for source in sources}
    readable = [report for report in reports.reports if report.error is None and report.file in held]
    for report, stem in zip(readable, name_copies([one.file for one in readable]), strict=True):
        try:
            _write_one(arguments, report, assistant, _load(held[report.file]), folder / stem, reports)
        except AssistantError as error:
            print(error, file=sys.stderr)


def name_copies(files: Sequence[str]) -> list[str]:
    """Return a name without ending for the copy of each file; files of one name get their folders' names in front."""
    parts = [PurePath(file.replace("\\", "/")).with_suffix("").parts for file in files]
    stems = [tuple(part.strip("/:") for part in one) for one in parts]
    depth = [1] * len(files)
    names = ["-".join(one[-1:]) for one in stems]
    for _ in range(max(map(len, stems), default=0)):
        counted = Counter(name.casefold() for name in names)
        depth = [d + (counted[name.casefold()] > 1) for d, name in zip(depth, names, strict=True)]
        names = ["-".join(filter(None, one[-d:])) for one, d in zip(stems, depth, strict=True)]
    seen: Counter[str] = Counter()
    for place, name in enumerate(names):
        seen[name.casefold()] += 1
        names[place] = name if seen[name.casefold()] == 1 else f"{name}-{seen[name.casefold()]}"
    return names


def _load(source: Source) -> bytes:
    match source.content:
        case bytes(data):
            return data
        case Path() as path:
            return path.read_bytes()
        case error:
            raise error


def _write_one(
    arguments: Arguments, report: Report, assistant: Assistant, data: bytes, stem: Path, reports: Reports
) -> None:
    """Write the annotated copy, or where that cannot be the summary, and say which."""
    reason = f"{report.file} 不是 Word 文件，不能加批注。"
    if report.file.lower().endswith(_WORD):
        try:
            copy = assistant.annotate(
                report, data, made_on=arguments.today, view=arguments.view, package=reports.package
            )
        except UnreadableFileError as error:
            reason = error.message
        else:
            _put(stem, "批注", copy, arguments, reports)
            return
    from assistant.reporting.summary import render_summary

    shown = show_report(report, assistant.catalogue)
    print(f"{reason}改写检查报告。", file=sys.stderr)
    _put(stem, "检查报告", render_summary([shown], title=TITLE, made_on=arguments.today), arguments, reports)


def _put(stem: Path, kind: str, data: bytes, arguments: Arguments, reports: Reports) -> None:
    path = stem.with_name(f"{stem.name}（{kind}）{_WORD}")
    refuse_input(path, arguments, reports)
    refuse_foreign(path)
    write_bytes(path, data)
    print(f"已写入 {path}", file=sys.stderr)
