"""What the slots of training turns are filled from."""

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random

from routing_words import COLLOQUIAL, ENDS, ENGLISH, NARRATIVES, SUFFIXES, TOPICS

from assistant.domain.catalogue import Catalogue

FOLDS = 3
HERE = Path(__file__).parent
SHORT_TITLE, WHOLE = 0.6, 0.6
"""Shares: of titles that end as they are; of names of directions that are not shortened."""
NOTED = 0.35
"""Share of the descriptions that are sentences of notes."""
_GUIDE_TAILS = ("", "", "专项", "重点专项", "那个专项", "指南", "2021年指南", "这批项目")
_SHORTEST_TOPIC, _TOPIC = 2, 10
"""Characters from and below which words are a topic."""
_SHORTEST = 4
_BULLET = re.compile(r"^(?:[-—•·*]|[（(]?[0-9一二三四五六七八九十]+[）)、.．])\s*")


def fold_of(key: str) -> int:
    """Return the part of the data that a line, a filling or a document belongs to, always the same."""
    return zlib.crc32(key.encode()) % FOLDS


@dataclass(frozen=True)
class Pools:
    """What the slots are filled from; each line only with the fillings of its own fold.

    So whatever is judged on a fold has met neither its lines nor what they are about.
    """

    catalogue: Catalogue
    dice: Random

    @cached_property
    def outside(self) -> list[str]:
        """Return the problems that no direction covers."""
        own = [text for programme in self.catalogue.programmes for text in programme.outside]
        return sorted({*self.catalogue.outside, *own})

    @cached_property
    def named(self) -> list[str]:
        """Return those that are no question."""
        return [text.rstrip("。") for text in self.outside if not re.search("[？?]", text) and not text.isascii()]

    @cached_property
    def topics(self) -> list[str]:
        """Return a few letters each: topics that come to anyone's mind, and what problems and terms begin with."""
        begun = (re.split("[的与和及、在中]", text)[0] for text in (*self.named, *self.terms))
        return [*TOPICS, *sorted({text for text in begun if _SHORTEST_TOPIC <= len(text) < _TOPIC})]

    @cached_property
    def asked(self) -> list[str]:
        """Return those that are one, and released ones."""
        released = [one.title for one in self.catalogue.released]
        return [text for text in (*self.outside, *released) if re.search("[？?]$", text)]

    @cached_property
    def english(self) -> list[str]:
        """Return English phrases."""
        return [*(text for text in self.outside if text.isascii()), *ENGLISH * 5]

    @cached_property
    def terms(self) -> list[str]:
        """Return search terms of directions, and topics."""
        expansions = (one for programme in self.catalogue.programmes for one in programme.expansions.values())
        return [term for one in expansions for term in one.terms if not term.isascii()]

    @cached_property
    def told(self) -> list[str]:
        """Return sentences of the directions, in order."""
        sections = (
            section.text
            for programme in self.catalogue.programmes
            for own in programme.directions
            for section in own.sections
        )
        return [found[0] for text in sections for found in re.finditer("[^。；]{12,90}。", text)]

    @cached_property
    def guides(self) -> list[str]:
        """Return names of the guides."""
        infos = [programme.info for programme in self.catalogue.programmes if programme.directions]
        return [name for info in infos for name in (info.short_title, *info.aliases) if not name.isascii()]

    @cached_property
    def titles(self) -> list[str]:
        """Return titles of directions."""
        return [own.title for programme in self.catalogue.programmes for own in programme.directions]

    def fill(self, slot: str, rules: Sequence[str], fold: int) -> str:
        """Return something of a fold for a slot."""

        def pick(name: str) -> str:
            return self.dice.choice(self._part(name, fold))

        choice = self.dice.choice
        ways: dict[str, Callable[[], str]] = {
            "s": lambda: choice(
                (pick("named"), pick("named"), pick("terms"), pick("topics"), pick("topics") + choice(ENDS))
            ),
            "c": lambda: pick("colloquial"),
            "t": lambda: self._title(pick("named")),
            "u": lambda: pick("named") + choice(SUFFIXES),
            "q": lambda: pick("asked"),
            "k": lambda: pick(choice(("topics", "terms", "short"))),
            "x": lambda: pick(choice(("topics", "terms", "short"))),
            "e": lambda: pick("english"),
            "p": lambda: self._narrative(pick("named"), pick("named"), fold),
            "n": self._told,
            "g": lambda: choice(self.guides) + choice(_GUIDE_TAILS),
            "d": lambda: self._shorten(choice(self.titles)),
            "a": lambda: choice(_of_fold(tuple(rules), fold)),
        }
        return ways[slot]()

    def _part(self, name: str, fold: int) -> tuple[str, ...]:
        """Return what a pool has for a fold."""
        pools: dict[str, Callable[[], Sequence[str]]] = {
            "named": lambda: self.named,
            "terms": lambda: self.terms,
            "topics": lambda: self.topics,
            "colloquial": lambda: COLLOQUIAL,
            "asked": lambda: self.asked,
            "english": lambda: self.english,
            "short": lambda: [one for one in self.named if len(one) < _TOPIC],
        }
        if name not in self._parts:
            self._parts[name] = tuple(_of_fold(tuple(pools[name]()), each) for each in range(FOLDS))
        return self._parts[name][fold]

    @cached_property
    def _parts(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        return {}

    def _title(self, title: str) -> str:
        whole = self.dice.random() < SHORT_TITLE or title.endswith("研究")
        return title if whole else title + self.dice.choice(SUFFIXES)

    def _shorten(self, title: str) -> str:
        """Return a direction's title as it is spoken of: often only its beginning."""
        found = re.split("[及与和的、（(]", title)
        return title if self.dice.random() < WHOLE or len(found[0]) < _SHORTEST else found[0]

    def _narrative(self, first: str, second: str, fold: int) -> str:
        if self.dice.random() < NOTED:
            sentences = self.dice.choice([one for one in notes() if fold_of(one[0]) == fold])
            count = self.dice.randint(2, 4)
            start = self.dice.randrange(max(1, len(sentences) - count))
            return "".join(sentences[start : start + count])
        return self.dice.choice(NARRATIVES).replace("{s}", first).replace("{t}", second)

    def _told(self) -> str:
        start = self.dice.randrange(max(1, len(self.told) - 3))
        return "".join(self.told[start : start + self.dice.randint(2, 3)])


@cache
def _of_fold(pool: tuple[str, ...], fold: int) -> tuple[str, ...]:
    return tuple(one for one in pool if fold_of(one) == fold)


@cache
def notes() -> tuple[tuple[str, ...], ...]:
    """Return the sentences of each document of notes on a problem, those about other things left out."""
    documents: list[list[str]] = []
    for line in HERE.joinpath("notes.txt").read_text("utf-8").splitlines():
        if line.startswith("=="):
            documents.append([])
        elif line and documents and line[0] in "景描进义":
            said = _BULLET.sub("", line[2:].strip())
            documents[-1].append(said if said[-1:] in "。！？?；" else f"{said}。")
    return tuple(tuple(one) for one in documents if one)
