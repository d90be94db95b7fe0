"""Scores `title`: are the candidates questions that keep the terms, fit the length and repeat no released problem?"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.service import Assistant
from assistant.text import bare, dice, squash
from wenjin_evals.cases import Case, alternatives
from wenjin_evals.figures import OURS, Figure

INTERROGATIVE = re.compile("如何|怎样|怎么|为什么|什么|哪些|哪个|哪种|是否|能否|可否|有没有|吗|呢|几|多少|何")
LONGEST_TITLE = 40
COUNTED_CANDIDATES = 3
DUPLICATE = 0.6
"""Dice coefficient of bigrams from which a title repeats a released problem (cast.title.past-list-near-duplicate)."""


def score(cases: Sequence[Case], assistant: Assistant, suite: str, today: date) -> tuple[list[Figure], list[str]]:
    """Return the figures and one line for each title that failed."""
    good = seen = kept = chinese = enough = form = full = 0
    failures: list[str] = []
    for case in cases:
        draft = str(case.get("draft_title") or case["title"])
        advice = assistant.title(draft, kind=str(case.get("kind", "前沿科学问题")), today=today)
        same_form = advice.is_question == bool(case.get("already_question", case.get("is_question")))
        form += same_form
        if "must_keep" in case:
            texts = [one.zh for one in advice.candidates[:COUNTED_CANDIDATES]]
            well = [_is_good(text, assistant) for text in texts]
            keeps = bool(texts) and _keeps(case, texts[0])
            full, seen, good = full + 1, seen + len(texts), good + sum(well)
            enough += len({bare(text) for text in texts}) >= COUNTED_CANDIDATES
            if case.get("style") != "english":
                kept, chinese = kept + keeps, chinese + 1
            if not (keeps and all(well) and same_form):
                failures.append(f"{case['id']} {draft} → {texts}")
        elif not same_form:
            failures.append(f"{case['id']} {draft} 判为{'问句' if advice.is_question else '非问句'}")
    shares = [("question_form", form, len(cases)), ("candidates_ok", good, seen)]
    shares += [("terms_kept", kept, chinese), ("enough", enough, full)]
    figures = [Figure(suite=suite, name=name, system=OURS, value=part / n, n=n) for name, part, n in shares if n]
    return figures, failures


def _is_good(text: str, assistant: Assistant) -> bool:
    asks = INTERROGATIVE.search(text) is not None and squash(text).endswith(("？", "?"))
    repeats = any(dice(text, problem.title) >= DUPLICATE for problem in assistant.catalogue.released)
    return asks and len(squash(text)) <= LONGEST_TITLE and not repeats


def _keeps(case: Case, text: str) -> bool:
    shown = squash(text).lower()
    return all(any(squash(term).lower() in shown for term in entry) for entry in alternatives(case, "must_keep"))
