"""Scores `ask`: right answers by strings, evidence found by the citations, refusals, false quotes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from assistant.domain.answer import Answer
from assistant.domain.catalogue import Catalogue
from assistant.service import Assistant
from assistant.text import squash
from wenjin_evals.cases import Case, alternatives, members
from wenjin_evals.figures import OURS, Figure
from wenjin_evals.strings import is_covered, occurs

SEVERAL = frozenset({"list", "compare-years", "multi-hop", "ambiguous-year", "procedure"})
"""Types whose answers may carry 12 citations; others carry 5."""
COUNTED_ANSWER = 800
COUNTED_QUOTE = 300


def score(cases: Sequence[Case], assistant: Assistant, suite: str, today: date) -> tuple[list[Figure], list[str]]:
    """Return the figures and one line for each case that failed."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    failures: list[str] = []
    for case in cases:
        answer = assistant.ask(str(case["question"]), today=today)
        right, found, false = judge(case, answer, assistant.catalogue)
        unanswerable = case["type"] == "unanswerable"
        tally["all"].update(n=1, right=right, false=false)
        tally[str(case["type"])].update(n=1, right=right)
        tally["no" if unanswerable else "yes"].update(
            n=1, right=right, refused=not answer.covered, found=sum(found), evidence=len(found)
        )
        if not right or not all(found):
            cited = f"依据{sum(found)}/{len(found)}"
            failures.append(f"{case['id']} {case['type']} {cited} 问：{case['question']} 答：{answer.answer}")
    return _figures(tally, suite), failures


def judge(case: Case, answer: Answer, catalogue: Catalogue) -> tuple[bool, list[bool], int]:
    """Return whether the answer is right, which evidence was cited, and how many quotes are false."""
    shown = squash(answer.answer)[:COUNTED_ANSWER]
    cited = answer.citations[: 12 if case["type"] in SEVERAL else 5]
    false = sum(not stands(one.doc, one.quote[:COUNTED_QUOTE], catalogue) for one in cited)
    if case["type"] == "unanswerable":
        return not answer.covered, [], false
    found: list[bool] = []
    for evidence in members(case, "evidence"):
        scope = home(str(evidence["doc"]), str(evidence["quote"]), catalogue)
        quotes = [one.quote[:COUNTED_QUOTE] for one in cited if one.programme in scope]
        found.append(is_covered(str(evidence["quote"]), quotes))
    right = answer.covered and says(case, shown)
    return right, found, false


def says(case: Case, shown: str) -> bool:
    """Say whether the text holds every string that it must and none that it must not."""
    wanted = all(any(occurs(one, shown) for one in entry) for entry in alternatives(case, "must_include"))
    wrong = any(occurs(one, shown) for entry in alternatives(case, "must_not_include") for one in entry)
    return wanted and not wrong


def stands(doc: str, quote: str, catalogue: Catalogue) -> bool:
    """Say whether the quote is an exact substring of one notice of the document, or of the named data."""
    return any(squash(quote) in source for source in _sources(doc, catalogue))


def home(doc: str, quote: str, catalogue: Catalogue) -> set[str]:
    """Return the ids of the programmes of the document whose notice holds the quote; all of them where none does."""
    programmes = [one for one in catalogue.programmes if one.info.doc == doc]
    holding = [one.id for one in programmes if squash(quote) in squash(one.notice.text)]
    return set(holding[:1] or (one.id for one in programmes))


def _sources(doc: str, catalogue: Catalogue) -> list[str]:
    if doc == "released-problems":
        return [squash(problem.title) for problem in catalogue.released]
    if doc in {"gbt13745", "gbt4754"}:
        table = catalogue.disciplines if doc == "gbt13745" else catalogue.industries
        return [squash(f"{row.code}{row.name}") for row in table]
    return [squash(one.notice.text) for one in catalogue.programmes if one.info.doc == doc]


def _figures(tally: dict[str, Counter[str]], suite: str) -> list[Figure]:
    every, yes, no = tally["all"], tally["yes"], tally["no"]
    shares = [
        ("right", every["right"], every["n"]),
        ("evidence_recall", yes["found"], yes["evidence"]),
        ("refusal", no["right"], no["n"]),
        ("false_refusal", yes["refused"], yes["n"]),
    ]
    kinds = sorted(tally.keys() - {"all", "yes", "no"})
    shares += [(f"right: {kind}", tally[kind]["right"], tally[kind]["n"]) for kind in kinds]
    figures = [Figure(suite=suite, name=name, system=OURS, value=part / max(1, n), n=n) for name, part, n in shares]
    return [*figures, Figure(suite=suite, name="false_quotes", system=OURS, value=every["false"], n=every["n"])]
