"""What can be counted in a field."""

from assistant.checks.parsing.keywords import split_keywords
from assistant.checks.parsing.listing import list_problems
from assistant.checks.stated import find_stated_number
from assistant.checks.subject import Subject
from assistant.domain.kinds.amounts import Counted


def list_entries(subject: Subject, label: str, of: Counted) -> list[str]:
    """Return what is counted, as text, in order."""
    match of:
        case "keywords_zh" | "keywords_en":
            return split_keywords(subject.text(label), chinese=of == "keywords_zh")
        case "problems":
            return [problem.title for problem in list_problems(subject.text(label), ())[0]]
        case "members":
            from assistant.checks.parsing.members import list_members  # noqa: PLC0415 - one form in five has a list

            return [f"{one.role}：{one.name}" for one in list_members(subject.lines(label))]
        case "stated_members":
            return []


def count(subject: Subject, label: str, of: Counted) -> int:
    """Return how many there are; the number stated for `stated_members`, 0 where none is."""
    if of == "stated_members":
        return find_stated_number(subject.text(label)) or 0
    return len(list_entries(subject, label, of))
