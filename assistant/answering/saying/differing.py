"""How two sentences on the same matter differ: their phrases, their words, and the figures that are asked for."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.answering.asked.slots import VALUE, Wanted
from assistant.answering.saying.phrases import split_phrases
from assistant.answering.sentences.units import Unit
from assistant.text import bare

_SHOWN = 3


def find_own_phrases(one: Unit, other: Unit) -> str:
    """Return the phrases of the one sentence that the other lacks, as printed; empty where it holds them all."""
    theirs = {bare(phrase) for phrase in split_phrases(other.body)}
    own = [phrase for phrase in split_phrases(one.body) if bare(phrase) and bare(phrase) not in theirs]
    return "".join(own).rstrip("，；。,; ")


def find_own_words(one: Unit, other: Unit) -> list[str]:
    """Return the runs of two characters and more that the other sentence lacks in their place."""
    left, right = one.plain, other.plain
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    found = [re.sub(r"[\W_]+", "", left[start:end]) for tag, start, end, _, _ in blocks if tag in {"delete", "replace"}]
    return [run for run in found if len(run) > 1 and not run.isdigit()][:_SHOWN]


def is_same(one: Unit, other: Unit) -> bool:
    """Say whether two sentences say the same but for marks and single characters."""
    if re.findall(r"\d+", one.plain) != re.findall(r"\d+", other.plain):
        return False
    return not find_own_words(one, other) and not find_own_words(other, one)


def find_equal_value(one: Unit, other: Unit, wanted: Sequence[Wanted]) -> str:
    """Return the figure asked for that both sentences give alike; empty where they give none or others."""
    for want in wanted:
        pattern = VALUE.get(want.slot)
        if pattern is None or want.slot == "amount":
            continue
        values = [list(dict.fromkeys(match[0] for match in pattern.finditer(unit.plain))) for unit in (one, other)]
        if values[0] and values[0] == values[1]:
            return "、".join(values[0])
    return ""
