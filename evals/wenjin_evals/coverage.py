"""Scores `coverage`: does each labelled item get its status, and are figures below the guide's found?"""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from assistant.checks.coverage.units import read_unit
from assistant.domain.coverage import CoverageItem, Quantity
from assistant.service import Assistant
from assistant.text import bigrams
from wenjin_evals.cases import Case, members
from wenjin_evals.draft_files import write_drafts
from wenjin_evals.figures import OURS, Figure

_SAME = 0.5
"""Share of a labelled item's pairs of characters from which an item of the result is that one."""
_FAULTS = frozenset(("missing", "contradicted"))


def score(cases: Sequence[Case], assistant: Assistant, suite: str, today: date) -> tuple[list[Figure], list[str]]:
    """Return the figures and one line for each item with another status than its label.

    `contradicted` and `missing` are the shares of such items that are called so; `false_faults` the share of covered
    items that are called either; `quantities` the share of labelled numbers that were read as labelled.
    """
    count: Counter[str] = Counter()
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        drafts = [{"layout": "paragraphs", "form": "proposal"} | case for case in cases]
        for case, path in zip(cases, write_drafts(drafts, Path(folder)), strict=True):
            found = assistant.coverage(path, direction=str(case["direction"]), today=today)
            failures += _compare(case, found.items, count)
            promised = {one.draft_quote for one in found.unasked}
            wanted = [str(one) for one in _strings(case, "unasked")]
            count.update(unasked=len(wanted), unasked_found=sum(one in promised for one in wanted))
    return _figures(count, suite), failures


def _compare(case: Case, items: Sequence[CoverageItem], count: Counter[str]) -> Iterator[str]:
    for label in members(case, "items"):
        status, item = str(label["status"]), _find(label, items)
        said = item.status if item else "not_found"
        count.update(("all", status, f"{status} as {said}"))
        count["right"] += said == status
        if label.get("quantity") is not None:
            count["quantities"] += 1
            count["quantities_read"] += item is not None and _is_same(label, item.quantity)
        if said != status:
            quote = item.draft_quote if item else ""
            yield f"{case['id']} {label['text']} 应为{status}，判为{said}：{quote}"


def _find(label: Case, items: Sequence[CoverageItem]) -> CoverageItem | None:
    """Return the item that is labelled: the one with its quantity, then the one with most of its words."""
    words = bigrams(str(label["text"]))
    same_kind = [item for item in items if item.kind == label["kind"]]
    ranked = [
        (_is_same(label, item.quantity), len(words & bigrams(item.text)) / len(words), item) for item in same_kind
    ]
    ranked = [one for one in ranked if one[1] >= _SAME or (one[0] and one[1] > 0)]
    return max(ranked, key=lambda one: one[:2])[2] if ranked else None


def _is_same(label: Case, quantity: Quantity | None) -> bool:
    wanted = label.get("quantity")
    if not isinstance(wanted, dict) or quantity is None:
        return wanted is None and quantity is None
    one, other = Quantity.model_validate(wanted), quantity
    scale, beside = read_unit(one.unit), read_unit(other.unit)
    pairs = ((one.value, other.value), (one.upper or one.value, other.upper or other.value))
    return all(abs(a * scale.factor - b * beside.factor) <= 1e-6 * abs(a * scale.factor) for a, b in pairs)


def _strings(case: Case, name: str) -> list[object]:
    value = case.get(name)
    return list(value) if isinstance(value, list) else []


def _figures(count: Counter[str], suite: str) -> list[Figure]:
    called = sum(count[f"{label} as contradicted"] for label in ("covered", "partly", "missing", "contradicted"))
    shares = [
        ("right", count["right"], count["all"]),
        ("quantities", count["quantities_read"], count["quantities"]),
        ("contradicted", count["contradicted as contradicted"], count["contradicted"]),
        ("contradicted_precision", count["contradicted as contradicted"], called),
        ("missing", count["missing as missing"], count["missing"]),
        ("false_faults", sum(count[f"covered as {fault}"] for fault in _FAULTS), count["covered"]),
        ("unasked", count["unasked_found"], count["unasked"]),
    ]
    return [Figure(suite=suite, name=name, system=OURS, value=part / of, n=of) for name, part, of in shares if of]
