"""Kind `counterpart`: a draft's title, or its group, is the same in the other documents of the package."""

from collections.abc import Sequence

from assistant.checks.judgement import Flaw
from assistant.checks.packages.bundle import Bundle, Titled, name_files
from assistant.checks.packages.judgement import NOTHING, Said
from assistant.checks.packages.matching import Pair, pair_up
from assistant.checks.parsing.ticks import read_ticks
from assistant.domain.kinds.batch import CounterpartRule
from assistant.text import bare

_NAMES = {"problem": "问题正文", "recommendation": "推荐表", "report": "推荐报告的列表"}


def judge(rule: CounterpartRule, bundle: Bundle) -> Said:
    """Pair the titles of the drafts with those of each other form, and of each list."""
    own_form, own_label = next(iter(rule.titles.items()))
    own = bundle.titles(own_form, own_label)
    others = [(form, bundle.titles(form, label)) for form, label in rule.titles.items() if form != own_form]
    lists = [(form, bundle.listed(form, label, rule.groups)) for form, label in rule.lists.items()]
    if rule.same == "group":
        found = [one for _, listed in lists for one in _compare_groups(rule, own, listed)]
        return Said(flaws=tuple(found), applies=bool(own) and any(listed for _, listed in lists))
    flaws = [flaw for form, titles in others for flaw in _compare(own, titles, form)]
    flaws += [flaw for form, listed in lists if listed for flaw in _compare_list(own, listed, form)]
    compared = bool(own) and any(titles for _, titles in (*others, *lists))
    return Said(flaws=tuple(flaws)) if compared or flaws else NOTHING


def _compare(own: Sequence[Titled], titles: Sequence[Titled], form: str) -> list[Flaw]:
    """What has no counterpart is a missing document, which another rule tells."""
    return [_differ(pair, form) for pair in pair_up(own, titles)[0] if not pair.equal]


def _compare_list(own: Sequence[Titled], listed: Sequence[Titled], form: str) -> list[Flaw]:
    pairs, unlisted, _ = pair_up(own, listed)
    lacking = [
        Flaw(
            where=one.where,
            evidence=one.title,
            detail=f"“{one.title}”不在{_NAMES.get(form, form)}中",
            files=name_files([one.member, *(other.member for other in listed[:1])]),
        )
        for one in unlisted
    ]
    return [*(_differ(pair, form) for pair in pairs if not pair.equal), *lacking]


def _differ(pair: Pair, form: str) -> Flaw:
    return Flaw(
        where=pair.left.where,
        evidence=f"{pair.left.title} ／ {pair.right.title}",
        detail=f"问题正文为“{pair.left.title}”，{_NAMES.get(form, form)}为“{pair.right.title}”",
        measured=pair.right.title,
        allowed=pair.left.title,
        files=name_files([pair.left.member, pair.right.member]),
    )


def _compare_groups(rule: CounterpartRule, own: Sequence[Titled], listed: Sequence[Titled]) -> list[Flaw]:
    flaws: list[Flaw] = []
    for pair in pair_up(own, listed)[0]:
        subject = pair.left.member.subject
        label = rule.group_field or ""
        stated = read_ticks(subject.text(label)) if subject else ""
        groups = [group for group in rule.groups if bare(group) in bare(stated)]
        if len(groups) == 1 and pair.right.group and groups[0] != pair.right.group and subject:
            flaws.append(
                Flaw(
                    where=subject.place(label),
                    evidence=pair.left.title,
                    detail=f"“{pair.left.title}”在正文中属{groups[0]}，在列表中属{pair.right.group}",
                    measured=pair.right.group,
                    allowed=groups[0],
                    files=name_files([pair.left.member, pair.right.member]),
                )
            )
    return flaws
