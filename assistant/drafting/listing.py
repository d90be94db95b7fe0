"""The list of a recommendation report from the drafts that lie in a folder: their titles by type, numbered."""

from collections.abc import Sequence

from assistant.documents.fields import is_sure, recognise
from assistant.domain.draft import Document, Draft
from assistant.domain.filled import Origin
from assistant.domain.form import Form
from assistant.domain.kinds.layout import PresentRule
from assistant.domain.rule import Rule


def part_drafts(documents: Sequence[Document], form: Form) -> tuple[list[Draft], list[Document]]:
    """Return the drafts of problems among the documents, read as that form, and the other documents.

    What bears no title cannot be listed, so it counts among the others.
    """
    read = [(document, recognise(document, [form])) for document in documents]
    drafts = [draft for _, draft in read if is_sure(draft, form) and _title(draft, form)]
    listed = {id(draft.document) for draft in drafts}
    return drafts, [document for document in documents if id(document) not in listed]


def list_problems(drafts: Sequence[Draft], form: Form, groups: Sequence[str]) -> tuple[str, tuple[Origin, ...]]:
    """Return the list as a report prints it, and where each title comes from.

    Args:
        drafts: the problems.
        form: their form.
        groups: the types, in the order of the list; a draft whose type is none of them comes last.
    """
    entries = [(_kind(draft, form, groups), _title(draft, form)) for draft in drafts]
    lines: list[str] = []
    origins: list[Origin] = []
    for group in (*groups, ""):
        own = [title for kind, title in entries if kind == group and title]
        lines += [group or "未写明类型"] if own else []
        for number, title in enumerate(own, start=1):
            lines.append(f"{number}. {title.note}")
            origins.append(title)
    return "\n".join(lines), tuple(origins)


def find_groups(rules: Sequence[Rule], label: str) -> tuple[str, ...]:
    """Return the types under which the rules want the list of that field; none where they want no list."""
    found = (rule.groups for rule in rules if isinstance(rule, PresentRule) and label in rule.fields and rule.groups)
    return next(found, ())


def _kind(draft: Draft, form: Form, groups: Sequence[str]) -> str:
    text = "".join(field.text for label in form.find_labels("kind") if (field := draft.find_field(label)))
    named = [group for group in groups if group in text]
    return named[0] if len(named) == 1 else ""


def _title(draft: Draft, form: Form) -> Origin | None:
    for label in form.find_labels("title"):
        field = draft.find_field(label)
        if field and field.lines:
            line = field.lines[0]
            reason = f"稿件“{draft.document.file}”的题目。"
            return Origin(note=line.text, where=line.where, reason=reason, file=draft.document.file)
    return None
