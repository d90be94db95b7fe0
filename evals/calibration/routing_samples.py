"""Turns to fit the chat's models by: the lines of `turns.txt`, filled, framed and slightly misspelt."""

import dataclasses
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from routing_pools import Pools, fold_of
from routing_styles import AFTER, BEFORE, asides, choose, misspell, vary
from routing_words import BACKGROUNDS, CLOSINGS, GREETINGS, LEADS

from assistant.domain.catalogue import Catalogue
from assistant.domain.programme import Asked, Silence
from assistant.routing.fitted.letters import fold
from assistant.routing.fitted.spans import Span
from assistant.routing.forms import Reader
from assistant.routing.register import Register

COPIES = 10
PLAIN_COPIES = 5
OPEN_COPIES = 25
_OPEN = frozenset({"{a}", "请问{a}"})
"""Lines that are nothing but a question about rules, of which there are thousands."""
GREETED, BACKED, CLOSED, LED, TOLD, LONE = 0.3, 0.08, 0.25, 0.12, 0.05, 0.6
"""Shares: of turns greeted, with a background, closed; of topics that a word leads to, of topics of whose work more is
told; of bare subjects that stay alone."""
HERE = Path(__file__).parent
Asking = TypeVar("Asking", Asked, Silence)
_MARKS = "，。：；？！,.:;?! "
_SLOT = re.compile(r"\{(\w)\}|\[\[(.+?)\]\]")
MOST_COPIES = 24


@dataclass(frozen=True)
class Sample:
    """One turn with what it is about and the verb it wants."""

    line: int
    text: str
    spans: tuple[Span, ...]
    fold: int
    frame: tuple[str, ...]
    """The words of the line, in pieces, without what fills it and what is said around it."""
    verb: str
    before: str
    files: bool


def without_some(catalogue: Catalogue, dice: random.Random) -> tuple[Reader, list[str]]:
    """Return a reader that has not seen half of the questions about rules, and these."""
    withheld: list[str] = []

    def halve(one: Asking) -> Asking:
        asks = list(one.asks)
        dice.shuffle(asks)
        withheld.extend(asks[: len(asks) // 2])
        return dataclasses.replace(one, asks=tuple(asks[len(asks) // 2 :]))

    programmes = tuple(
        dataclasses.replace(own, asked=tuple(map(halve, own.asked)), silences=tuple(map(halve, own.silences)))
        for own in catalogue.programmes
    )
    reduced = dataclasses.replace(catalogue, programmes=programmes)
    return Reader(register=Register(reduced), programmes=tuple(one.info for one in programmes)), withheld


def draw(pools: Pools, rules: Sequence[str]) -> Iterator[Sample]:
    """Yield each line several times, worded, filled and framed."""
    verb = before = ""
    files = False
    for number, line in enumerate((HERE / "turns.txt").read_text("utf-8").splitlines()):
        if heading := re.fullmatch(r"\[(?:(\w+) > )?(\w+)( \+file)?\]", line):
            before, verb, files = heading[1] or "", heading[2], bool(heading[3])
        elif line and not line.startswith("#"):
            for copy in range(_copies(line)):
                chosen = choose(line, pools.dice)
                worded = vary(chosen, verb, pools.dice) if copy else chosen
                yield Sample(number, *compose(worded, pools, rules, fold_of(line), plain=not copy), verb, before, files)


def count_frames(samples: Sequence[Sample], dice: random.Random) -> tuple[Counter[str], dict[int, set[str]]]:
    """Return in how many lines two or three letters stand outside the slots, and those of each line."""
    own: dict[int, set[str]] = defaultdict(set)
    for one in samples:
        own[one.line].update(gram for piece in one.frame for gram in grams(piece))
    said = [choose(one, dice) for kind in (BEFORE, AFTER) for one in asides(kind) for _ in range(COPIES)]
    small = Counter(gram for words in (GREETINGS, BACKGROUNDS, CLOSINGS, said) for one in words for gram in grams(one))
    return Counter(gram for found in own.values() for gram in found) + small, own


def grams(text: str) -> Iterator[str]:
    """Yield each two and three letters of a text, folded."""
    plain = fold(text)
    return (plain[start : start + size] for size in (2, 3) for start in range(len(plain) - size + 1))


def _copies(line: str) -> int:
    if line in _OPEN:
        return OPEN_COPIES
    least = COPIES if _SLOT.search(line) else PLAIN_COPIES
    return min(MOST_COPIES, max(least, 2 + line.count("|")))


def compose(
    line: str, pools: Pools, rules: Sequence[str], fold: int, *, plain: bool
) -> tuple[str, tuple[Span, ...], int, tuple[str, ...]]:
    """Return a turn, what it is about, its fold and its frame; a plain one has no more than the line says."""
    dice, parts, spans = pools.dice, list[str](), list[Span]()
    pieces = _SLOT.split(line)
    about = "{d}" not in line
    alone = _SLOT.fullmatch(line) is not None
    framed = not plain and not (alone and dice.random() < LONE)
    if framed:
        parts += open_turn(dice)
    frame = list[str]()
    for place in range(0, len(pieces), 3):
        words = pieces[place] if plain else misspell(pieces[place], dice)
        parts.append(words)
        frame.append(words)
        if place + 2 < len(pieces):
            slot, written = pieces[place + 1], pieces[place + 2]
            filled = written or pools.fill(slot, rules, fold)
            if slot in ("a", "x", "g", "d") or (slot == "k" and not about):
                parts.append(filled)
                continue
            if slot in ("s", "k") and not plain and dice.random() < LED:
                parts.append(dice.choice(LEADS))
            start = sum(map(len, parts))
            parts.append(filled)
            spans.append(Span(start, start + len(filled)))
            if slot in ("s", "c", "u", "k") and framed and about and dice.random() < TOLD:
                parts += tell_more(dice, pieces[place + 3])
    if framed and dice.random() < CLOSED:
        parts.append(dice.choice(CLOSINGS))
    frame[0], frame[-1] = f"\x02{frame[0]}", f"{frame[-1]}\x02"
    return "".join(parts), tuple(join("".join(parts), spans)), fold, tuple(frame)


def open_turn(dice: random.Random) -> Iterator[str]:
    """Yield what is said before a turn: a greeting, something of whoever speaks."""
    if dice.random() < GREETED:
        yield dice.choice(GREETINGS)
    if dice.random() < BACKED:
        yield dice.choice(BACKGROUNDS)
    if dice.random() < BACKED:
        said = choose(dice.choice(asides(BEFORE)), dice)
        yield said if said[-1:] in _MARKS else said + dice.choice("，，，。 ")


def tell_more(dice: random.Random, following: str) -> Iterator[str]:
    """Yield more about the work that has just been named, parted from what follows."""
    yield dice.choice("，，，， 。")
    yield choose(dice.choice(asides(AFTER)), dice)
    if following and following[0] not in _MARKS:
        yield dice.choice("，，，， 。")


def join(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, those that only marks part as one."""
    begun: Span | None = None
    for span in spans:
        if begun and not text[begun.end : span.start].strip(" 、+，"):
            begun = Span(begun.start, span.end)
            continue
        if begun:
            yield begun
        begun = span
    if begun:
        yield begun
