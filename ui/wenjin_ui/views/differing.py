"""Where two texts differ, told by words: a Chinese character, a number or a Latin word each is one."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from markupsafe import Markup

from wenjin_ui.views.marks import join

MOST_WORDS = 3000
"""Words from which two texts are compared sentence by sentence: the time grows with the square."""
_RUN = 2
"""Words that both have between two differences which are shown as one."""
_WORDS = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
_SENTENCES = re.compile(r"[^。！？\n]*[。！？\n]?")
Run = tuple[bool, str, str]
"""Whether it differs, and what stands in either text."""


def list_runs(one: str, other: str) -> list[Run]:
    """Return the runs that differ and those that do not, a short common one between two differences taken as part."""
    here, there = _split(one, other)
    codes = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    runs: list[Run] = []
    for place, (tag, start, end, begin, stop) in enumerate(codes):
        between = 0 < place < len(codes) - 1 and end - start <= _RUN
        run = (tag != "equal" or between, "".join(here[start:end]), "".join(there[begin:stop]))
        if runs and runs[-1][0] == run[0]:
            _, before, after = runs.pop()
            run = (run[0], before + run[1], after + run[2])
        runs.append(run)
    return runs


def mark_changes(before: str, after: str) -> Markup:
    """Return one text: what was taken out inside <del>, what was put in inside <ins>."""
    return join(_mark(list_runs(before, after)))


def _mark(runs: list[Run]) -> Iterator[Markup]:
    for differs, before, after in runs:
        if not differs:
            yield Markup("{}").format(after)
            continue
        if before:
            yield Markup("<del>{}</del>").format(before)
        if after:
            yield Markup("<ins>{}</ins>").format(after)


def _split(one: str, other: str) -> tuple[list[str], list[str]]:
    here, there = _WORDS.findall(one), _WORDS.findall(other)
    if max(len(here), len(there)) <= MOST_WORDS:
        return here, there
    return _SENTENCES.findall(one), _SENTENCES.findall(other)
