"""Where a title's narrower words come from: the author's notes, a guide's direction, the children of its discipline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.catalogue import Angle, Catalogue, Category
from assistant.domain.direction import Direction
from assistant.text import bigrams, squash
from assistant.writing.title_angles import ANGLE, find_angle, list_aspects, list_suggestions
from assistant.writing.title_kinds import ENGINEERING, HINT, INDUSTRY, SCIENCE, AddedPart, Extra
from assistant.writing.title_notes import PIECE, read_extras
from assistant.writing.title_parts import TitleParts, strip_study
from assistant.writing.title_phrases import is_harmful
from assistant.writing.title_words import LOWER, MAKE, RAISE, STUDY

NOTES = "作者的笔记"
"""Origin of words of the author's own."""
_VAGUE = re.compile(
    r"[本该其此各等]|相应|提出|上述|不同|相关|有关|典型|多种|主要|关键|什么|如何|项目|课题|指南|研究|技术|我国|方法|任务|内容"
)
_DIRECTION_NEAR = 6
"""Characters of the title's terms that a direction shares, from which it is near."""
_RARE = 0.04
"""A string in more than that share of the directions says nothing about nearness."""
_STEM = re.compile(r"(?:学科|科学与技术|科学技术|工程学|科学|技术|工程|学)$")
_NO_CHILD = re.compile(r"其他学科|其他|未列明|学史$|史$")
_LONGEST = 12
_LONGEST_ADDED = 6
"""Characters that a longer name may have beside the topic; beyond them it is a phrase, not a name."""
_SHORT = 6
"""A topic of at most that many characters is looked for inside longer names."""
_BROAD = 4
"""So does a topic of at most that many characters ask for narrowing, whatever it is."""
_CLASS_WORD = 3
_FEW = 4
_MAKING = re.compile(r"(?:及[^及]*)?(?:制造|加工|生产|种植|养殖|制作|工程|学|业|服务|技术)$")
_LOOSE = re.compile(
    r"[的这类中等需若各其对与和及或、]|支持|利用|进行|通过|研究|提供|满足|有效|促进|"
    r"联合|应用|耦合|结合|融合|采用|开展|建立|构建|实现"
)
_LEADING = re.compile(
    rf"^(?:{STUDY}|{MAKE}|{RAISE}|{LOWER}|针对|围绕|基于|面向|提出|形成|重点|系统|新型|新一代|高效|并|在|对|的|等|实现|不同)+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What may be added to a title."""

    own: tuple[Extra, ...]
    """From the author's notes."""
    others: tuple[Extra, ...]
    """From directions, angles and standards, the nearest first."""
    aspects: tuple[Extra, ...]
    """Properties to ask about where the title names a mere thing."""
    angle: Angle | None


def find_extras(title: str, parts: TitleParts, kind: str, notes: str | None, catalogue: Catalogue) -> Extras:
    """Return what may be added, the author's own words first, none of it in the title already.

    Args:
        title: the whole text in Chinese.
        parts: what was read of it.
        kind: one of the three.
        notes: the author's.
        catalogue: directions, standards and angles.
    """
    directions = [one for programme in catalogue.programmes for one in programme.directions]
    broad = is_as_broad(parts.topic, (*catalogue.disciplines, *catalogue.industries))
    nearest = find_category(parts.topic, catalogue.disciplines)
    angle = find_angle(title, nearest, catalogue) or find_angle(notes or "", None, catalogue)
    own = list(read_extras(notes or "", NOTES, targets=True))
    others = [
        *_read_direction(title, directions, catalogue),
        *(list_suggestions(angle, kind, catalogue.disciplines) if angle else ()),
        *_read_compounds(parts.topic, directions),
        *(_read_classes(parts.topic, kind, catalogue) if broad else ()),
        *(_read_children(parts.topic, kind, catalogue) if broad or not angle else ()),
    ]
    aspects = list_aspects(angle, parts.topic, catalogue.disciplines) if angle and not is_harmful(parts) else ()
    return Extras(
        own=tuple(_keep_new(own, parts.topic)),
        others=tuple(_keep_new(others, parts.topic)),
        aspects=tuple(one for one in aspects if one.text not in parts.topic),
        angle=angle,
    )


def suggest_extras(kind: str) -> list[Extra]:
    """Return what every problem of the kind can be narrowed by, for a title near which nothing else was found."""
    if kind == SCIENCE:
        texts: list[tuple[AddedPart, str]] = [
            ("condition", "从微观到宏观的不同尺度上"),
            ("condition", "外界条件变化时"),
            ("measure", "综合多种独立证据"),
            ("measure", "对照出现与不出现的情形"),
        ]
    elif kind == ENGINEERING:
        texts = [("condition", "实际应用条件下"), ("condition", "大规模长时间运行中")]
    else:
        texts = [("condition", "大规模应用中"), ("condition", "实际生产条件下")]
    return [Extra(part=part, text=text, origin=HINT) for part, text in texts]


def find_category(topic: str, categories: Sequence[Category]) -> Category | None:
    """Return the class whose name is the longest that stands in the topic; None where none does.

    A name of two characters counts only where few classes hold it (冻土, not 材料), or where it is the whole topic.
    """
    named: list[tuple[int, int, Category]] = []
    for one in categories:
        for stem in _name(one):
            if stem not in topic:
                continue
            special = len(stem) >= _CLASS_WORD or sum(stem in other.name for other in categories) <= _FEW
            if special or stem == topic:
                named.append((len(stem), -one.level, one))
    return max(named, key=lambda item: item[:2])[2] if named else None


def is_as_broad(topic: str, categories: Iterable[Category]) -> bool:
    """Say whether the topic is no narrower than a class of a standard: its name, or a word as short as one."""
    stem = _STEM.sub("", re.sub(r"(?:产业|行业|领域)$", "", topic))
    return len(topic) <= _BROAD or any(stem and stem in {one.name, *_name(one)} for one in categories)


def _name(category: Category) -> set[str]:
    """Return the names by which a title may call a class, at least two characters each."""
    whole = re.sub(r"（.*?）", "", category.name)
    return {name for name in (whole, _STEM.sub("", whole)) if len(name) >= 2 and not _NO_CHILD.search(name)}  # noqa: PLR2004 - a word


def _read_classes(topic: str, kind: str, catalogue: Catalogue) -> Iterator[Extra]:
    """Yield classes that are called by a longer name: 机器人 gives 工业机器人, 特殊作业机器人."""
    for standard, categories in _order_standards(kind, catalogue):
        for one in categories if len(topic) <= _SHORT else ():
            name = _MAKING.sub("", re.sub(r"（.*?）", "", one.name))
            if (
                len(name) >= len(topic) + 2
                and _extends(name, topic)
                and not (_NO_CHILD.search(name) or _LOOSE.search(name))
            ):
                yield Extra(part="name", text=name, origin=f"{standard} {one.code} {one.name}")


def _read_compounds(topic: str, directions: Sequence[Direction]) -> Iterator[Extra]:
    """Yield longer names that begin or end with a short topic in the guides' directions."""
    for direction in directions if len(topic) <= _SHORT else ():
        for piece in PIECE.split(squash(f"{direction.title}。{direction.research_content}")):
            name = strip_study(_LEADING.sub("", piece))
            whole = len(topic) + 2 <= len(name) <= len(topic) + _LONGEST_ADDED and not _LOOSE.search(name)
            if whole and _extends(name, topic):
                yield Extra(part="name", text=name, origin=_call(direction))


def _extends(name: str, topic: str) -> bool:
    return name.startswith(topic) != name.endswith(topic)


def _order_standards(kind: str, catalogue: Catalogue) -> list[tuple[str, tuple[Category, ...]]]:
    """Return both standards, the one that suits the kind first."""
    both = [("GB/T 13745", catalogue.disciplines), ("GB/T 4754", catalogue.industries)]
    return both[::-1] if kind == INDUSTRY else both[: 1 if kind == SCIENCE else 2]


def _read_direction(title: str, directions: Sequence[Direction], catalogue: Catalogue) -> Iterator[Extra]:
    """Yield what the nearest direction says in the clauses that hold words of the title."""
    texts = [squash(f"{one.title}。{one.research_content}") for one in directions]
    words = _find_rare(set(catalogue.terms.spans(title)), texts)
    scores = [sum(len(word) for word in words if word in text) for text in texts]
    if not scores or max(scores) < _DIRECTION_NEAR:
        return
    best = max(range(len(texts)), key=scores.__getitem__)
    for clause in re.split(r"[。；，]", texts[best]):
        if any(word in clause for word in words):
            yield from read_extras(clause, _call(directions[best]), targets=False)


def _call(direction: Direction) -> str:
    return f"{direction.id}《{direction.title}》"


def _find_rare(words: Iterable[str], texts: Sequence[str]) -> set[str]:
    """Return the words that stand in few of the texts, and in one at least."""
    counts = {word: sum(word in text for text in texts) for word in words}
    return {word for word, count in counts.items() if 0 < count <= max(1, _RARE * len(texts))}


def _read_children(topic: str, kind: str, catalogue: Catalogue) -> Iterator[Extra]:
    for standard, categories in _order_standards(kind, catalogue)[:1]:
        if nearest := find_category(topic, categories):
            children = [one for one in categories if one.parent == nearest.code and not _NO_CHILD.search(one.name)]
            for child in children:
                name = re.sub(r"（.*?）", "", child.name)
                yield Extra(
                    part="object", text=name, origin=f"{standard} {nearest.name}（{nearest.code}）的下级 {child.code}"
                )


def _keep_new(extras: Iterable[Extra], topic: str) -> list[Extra]:
    kept: dict[str, Extra] = {}
    for extra in extras:
        own = bigrams(extra.text)
        known = len(own & bigrams(topic)) > len(own) / 2
        fits = len(extra.text) <= _LONGEST or extra.part == "name"
        if (
            (extra.part == "name" or not known)
            and fits
            and (extra.part == "object" or extra.origin.startswith(ANGLE) or not _VAGUE.search(extra.text))
        ):
            kept.setdefault(extra.text, extra)
    return list(kept.values())
