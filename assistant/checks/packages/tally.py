"""Kind `tally`: so many drafts fall into one group."""

from collections.abc import Iterator

from assistant.checks.judgement import Flaw
from assistant.checks.packages.bundle import Bundle, Member, name_files
from assistant.checks.packages.judgement import NOTHING, Said
from assistant.checks.parsing.organisations import split_organisations
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.naming import list_numbers
from assistant.checks.parsing.regions import find_province
from assistant.checks.parsing.ticks import read_ticks
from assistant.checks.subject import Subject
from assistant.domain.draft import Location
from assistant.domain.kinds.batch import Grouping, TallyRule
from assistant.text import bare, clean

Key = tuple[str, ...]


def judge(rule: TallyRule, bundle: Bundle) -> Said:
    """Count the drafts of each group; one whose group cannot be told is a question where it could matter."""
    drafts = [one for one in bundle.drafts(*rule.forms) if _counts(rule, one[1])]
    if not drafts:
        return NOTHING
    groups: dict[Key, list[tuple[Member, Subject]]] = {(one,): [] for one in rule.groups if len(rule.by) == 1}
    unread: list[Member] = []
    for member, subject in drafts:
        key = _read(rule, subject)
        if key is None:
            unread.append(member)
        else:
            groups.setdefault(key, []).append((member, subject))
    flaws = [flaw for key, held in groups.items() for flaw in _judge_group(rule, key, held, len(unread))]
    return Said(flaws=tuple(flaws), questions=tuple(_ask(rule, unread)))


def _counts(rule: TallyRule, subject: Subject) -> bool:
    if not rule.quoted_directions:
        return True
    numbers = {number for source in rule.sources for number in list_numbers(source.quote)}
    direction = find_direction(subject)
    return direction is not None and direction.number in numbers


def _read(rule: TallyRule, subject: Subject) -> Key | None:
    """Return the group of a draft; None where the draft does not say."""
    parts = tuple(_read_part(rule, one, subject, first=not place) for place, one in enumerate(rule.by))
    return parts if all(parts) or (rule.by[0].read == "value" and parts[0]) else None


def _read_part(rule: TallyRule, grouping: Grouping, subject: Subject, *, first: bool) -> str:
    text = read_ticks(subject.text(grouping.field))
    if grouping.read == "province":
        return find_province(text) or ""
    if grouping.read == "organisation":
        names = split_organisations(text)
        return bare(names[0]) if names else ""
    if first and rule.groups:
        named = [group for group in rule.groups if bare(group) in bare(text)]
        return named[0] if len(named) == 1 else ""
    return clean(text)


def _judge_group(rule: TallyRule, key: Key, held: list[tuple[Member, Subject]], unread: int) -> Iterator[Flaw]:
    """Drafts whose group is not known may fill a group that has too few, and never one that has too many."""
    number = len(held)
    too_many = rule.most is not None and number > rule.most
    too_few = rule.least is not None and number + unread < rule.least
    if not (too_many or too_few):
        return
    where = held[-1][1].place(rule.by[0].field) if held else Location()
    names = "；".join(member.name for member, _ in held)
    yield Flaw(
        where=where,
        evidence=names or "（没有）",
        detail=next(part for part in key if part),
        measured=number,
        allowed=_name_allowed(rule),
        files=name_files(member for member, _ in held),
    )


def _name_allowed(rule: TallyRule) -> str:
    if rule.least is not None and rule.most is not None:
        return f"{rule.least}-{rule.most}个"
    return f"至少{rule.least}个" if rule.least is not None else f"至多{rule.most}个"


def _ask(rule: TallyRule, unread: list[Member]) -> Iterator[str]:
    if unread:
        names = "、".join(f"“{member.name}”" for member in unread[:3])
        yield f"{names}{'等' * (len(unread) > 3)}的{rule.by[0].field}不能确定，没有计入“{rule.name}”：请人工核对。"  # noqa: PLR2004 - a few names suffice
