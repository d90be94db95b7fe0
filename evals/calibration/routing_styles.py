"""How people word and type what they want: synonyms, asides, speech without marks, small errors."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from random import Random

from routing_words import TYPOS

HERE = Path(__file__).parent
BEFORE, AFTER = "before", "after"
"""Kinds of asides: of whoever speaks, ahead of what is wanted; of the work, behind its name."""
SPOKEN, BLANKS, MISSPELT, VARIED, DIALECT = 0.06, 0.03, 0.12, 0.1, 0.03
"""Shares: of stretches without marks, with blanks for them, with an error; of synonyms that are taken; of ends with a
particle of some dialect."""
_CHOICE = re.compile(r"\(([^()]*)\)(\??)")
_EVERY_OTHER = 0.5
_PARTICLES = ("咧", "噻", "哈", "嘛", "撒", "嘞", "喽", "呗", "喔", "呐", "哟", "蛮", "伐", "哩", "啵", "不咯")
_ENDING = re.compile(r"(?<=[\u4e00-\u9fff])(?=[。？！?!]?$)")


def choose(line: str, dice: Random) -> str:
    """Return one of the wordings that a line with alternatives stands for."""
    while found := _CHOICE.search(line):
        skipped = found[2] and dice.random() >= _EVERY_OTHER
        chosen = "" if skipped else dice.choice(found[1].split("|"))
        line = line[: found.start()] + chosen + line[found.end() :]
    return line


def misspell(words: str, dice: Random) -> str:
    """Return words with an error now and then, or without their marks, as when spoken."""
    chance = dice.random()
    if chance < SPOKEN:
        return re.sub("[，。？：、]", "", words)
    if chance < SPOKEN + BLANKS:
        return re.sub("[，。？：、；]", " ", words)
    if dice.random() < MISSPELT:
        wrong = [pair for pair in TYPOS if pair[0] in words]
        return words.replace(*dice.choice(wrong), 1) if wrong else words
    return words


def vary(line: str, verb: str, dice: Random) -> str:
    """Return a line with some of its words in place of which others are said, and the end as in some dialect."""
    pieces = re.split(r"(\{\w\}|\[\[.+?\]\])", line)
    for wanted, group in synonyms():
        if wanted[0] in ("", verb) and dice.random() < VARIED:
            places = [(at, one) for at in range(0, len(pieces), 2) for one in wanted[1] if one in pieces[at]]
            if places:
                at, one = dice.choice(places)
                pieces[at] = pieces[at].replace(one, dice.choice(group), 1)
    if len(pieces[-1]) > 1 and dice.random() < DIALECT:
        pieces[-1] = _ENDING.sub(dice.choice(_PARTICLES), pieces[-1], count=1)
    return "".join(pieces)


@cache
def synonyms() -> tuple[tuple[tuple[str, tuple[str, ...]], tuple[str, ...]], ...]:
    """Return for each group the verb of turns that have it, the words looked for, and those that may be said."""
    groups: list[tuple[tuple[str, tuple[str, ...]], tuple[str, ...]]] = []
    for verb, lines in _sections("synonyms.txt").items():
        for line in lines:
            looked_for, _, others = line.partition("|")
            found = tuple(looked_for.split())
            groups.append(((verb, found), (*found, *others.split())))
    return tuple(groups)


@cache
def asides(kind: str) -> tuple[str, ...]:
    """Return the asides of a kind, with their alternatives."""
    return tuple(_sections("asides.txt")[kind])


def _sections(name: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = defaultdict(list)
    heading = ""
    for line in HERE.joinpath(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[heading].append(line)
    return sections
