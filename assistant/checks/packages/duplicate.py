"""Kind `duplicate`: no two drafts are the same.

Texts are compared by their runs of characters. Of all runs every draft keeps the same part, chosen by a digest, so that
two drafts are compared by what both would keep; only drafts that share some are compared at all.
"""

import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from assistant.checks.judgement import Flaw, shorten
from assistant.checks.packages.bundle import Bundle, Titled, name_files
from assistant.checks.packages.judgement import NOTHING, Said
from assistant.domain.kinds.batch import DuplicateRule
from assistant.text import bare, dice

_RUN = 8
"""Characters of a run: phrases of the trade are shorter."""
_KEPT = 4
"""One of so many runs is kept."""
_FEWEST = 20
"""Runs below which a text is too short to be compared."""
_COMMON = 50
"""Drafts that share a run from which it is a phrase of the form and tells nothing."""


def judge(rule: DuplicateRule, bundle: Bundle) -> Said:
    """Compare titles with titles, or texts with texts."""
    found = list(_compare_titles(rule, bundle) if rule.titles else _compare_texts(rule, bundle))
    return Said(flaws=tuple(found)) if len(bundle.drafts(*rule.forms)) > 1 else NOTHING


def _compare_titles(rule: DuplicateRule, bundle: Bundle) -> Iterator[Flaw]:
    titles = [one for form in rule.forms for label in rule.titles for one in bundle.titles(form, label)]
    for left, right in _list_pairs(titles):
        equal = bare(left.title) == bare(right.title)
        likeness = 1.0 if equal else dice(left.title, right.title)
        if likeness >= rule.share:
            how = f"题目相同：“{left.title}”" if equal else f"题目几乎相同：“{left.title}”与“{right.title}”"
            yield _report(left, right, how)


def _list_pairs(titles: list[Titled]) -> Iterator[tuple[Titled, Titled]]:
    """Yield the pairs that share a pair of characters often enough to be looked at; few titles are all looked at."""
    if len(titles) <= _COMMON:
        yield from combinations(titles, 2)
        return
    by_title: dict[str, list[Titled]] = {}
    for one in titles:
        by_title.setdefault(bare(one.title), []).append(one)
    for same in by_title.values():
        yield from combinations(same, 2)


def _compare_texts(rule: DuplicateRule, bundle: Bundle) -> Iterator[Flaw]:
    texts = [
        Titled(member, member.name, subject.place(label))
        for member, subject in bundle.drafts(*rule.forms)
        for label in subject.labels(rule.bodies)[:1]
    ]
    runs = [
        _keep_runs("".join(subject.text(label) for label in subject.labels(rule.bodies)))
        for _, subject in bundle.drafts(*rule.forms)
    ]
    for (left, right), shared in _count_shared(runs).items():
        shorter = min(len(runs[left]), len(runs[right]))
        if shorter >= _FEWEST and shared / shorter >= rule.share:
            detail = f"正文有{shared / shorter:.0%}相同：“{texts[left].title}”与“{texts[right].title}”"
            yield _report(texts[left], texts[right], detail)


def _keep_runs(text: str) -> frozenset[int]:
    letters = bare(text)
    digests = (zlib.crc32(letters[start : start + _RUN].encode()) for start in range(len(letters) - _RUN + 1))
    return frozenset(digest for digest in digests if digest % _KEPT == 0)


def _count_shared(runs: list[frozenset[int]]) -> Counter[tuple[int, int]]:
    holders: dict[int, list[int]] = {}
    for place, kept in enumerate(runs):
        for digest in kept:
            holders.setdefault(digest, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= _COMMON:
            shared.update(combinations(places, 2))
    return shared


def _report(left: Titled, right: Titled, detail: str) -> Flaw:
    return Flaw(
        where=right.where,
        evidence=shorten(f"{left.title} ／ {right.title}"),
        detail=detail,
        files=name_files([left.member, right.member]),
    )
