"""A title judged and rephrased as questions that fit its kind."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.domain.catalogue import Catalogue
from assistant.domain.title import TitleAdvice, TitleCandidate
from assistant.question import is_question, list_questions
from assistant.text import bare, clean, dice
from assistant.writing.released import find_similar, note_on
from assistant.writing.title_clauses import strip_speaker
from assistant.writing.title_english import is_english, translate, translate_parts
from assistant.writing.title_extras import Extras, find_extras, is_as_broad, suggest_extras
from assistant.writing.title_frames import ask_narrowly, ask_plainly, ask_twice_narrowed
from assistant.writing.title_kinds import ENGINEERING, INDUSTRY, KINDS, SCIENCE, Extra, Frame
from assistant.writing.title_parts import TitleParts, keep_mechanism, list_points, read_phrase, shorten, strip_study
from assistant.writing.title_scope import describe_scope
from assistant.writing.title_sentence import is_sentence, read_question, read_sentence

_LONGEST = 40
"""Characters, every one counted."""
_NEAR = 0.6
"""Dice coefficient from which a title repeats a released problem."""
_SAME = 0.85
"""Dice coefficient from which two candidates say the same."""
_MARKERS = re.compile("如何|怎样|怎么|为何|为什么|什么|何种|何以|哪些|哪个|哪种|是否|能否|可否|有没有|吗|呢|多少")
"""The interrogatives that nobody overlooks: a candidate holds one, even where 还是 or 咋 would do."""
_SPOKEN = re.compile(r"咋|啥|(?:怎么|怎样|如何)(?:办|整|搞|弄)$|这个?事|哪儿|老是|[去打]哪")
"""Plain speech: such a question is understood, and put into the words of a title."""
_WANTED = 4
_LEAST = 3
_WEAK = frozenset({"thing", "done", "happens", "mechanism"})
"""Heads whose plain question says little beside a narrower one."""
_WHOLE = frozenset({"claim", "state", "clause"})
"""Heads of titles that say nothing when they are cut."""
_KIND_WORDS = {
    SCIENCE: re.compile(
        r"机制|机理|规律|原理|起源|本质|为什么|为何|什么|哪|影响|决定|是否|能否|还是|吗|如何(?!突破|攻克|实现|开发|提高|提升|降低|研制|制备|构建|利用)|怎"
    ),
    ENGINEERING: re.compile(r"如何|怎样|能否|怎么"),
    INDUSTRY: re.compile(r"开发|产品|工艺|规模|产业|生产|制造|量产|装备|国产|成本|商业|应用|推广"),
}
_SIMILAR = 5
_TRANSLATED = "英文按随附的词表逐词译出，请核对；标【待译】的词表中没有。"


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    parts: TitleParts
    kind: str
    asks: bool
    broad: bool
    shorter: tuple[str, ...]
    """Shorter renderings of an English title, the fullest first; empty where the title is Chinese."""


def advise_title(
    title: str,
    kind: str | None,
    notes: str | None,
    catalogue: Catalogue,
    *,
    passes: Callable[[str], bool] = lambda _: True,
) -> TitleAdvice:
    """Return candidates for a title, released problems near it, and whether it asks already.

    Args:
        title: as the author wrote it.
        kind: one of the three kinds of problems; None to guess it from the title.
        notes: the author's own notes, from which candidates take what makes them narrower.
        catalogue: released problems, directions and standards.
        passes: whether the title rules find nothing in a question.
    """
    read = _read(title, kind, catalogue)
    extras = find_extras(read.text, read.parts, read.kind, notes, catalogue)
    frames = _choose(_list_frames(read, extras), catalogue, passes)
    return TitleAdvice(
        is_question=read.asks,
        candidates=tuple(
            TitleCandidate(zh=one.text, why=f"{one.why}{_TRANSLATED if read.shorter else ''}", added=one.added)
            for one in frames
        ),
        scope=describe_scope(read.parts, catalogue, extras.angle, broad=read.broad),
        similar=tuple(find_similar(read.text, catalogue.released, _SIMILAR)),
        similar_note=note_on(catalogue),
    )


def _read(title: str, kind: str | None, catalogue: Catalogue) -> _Title:
    asks, english = is_question(title), is_english(title)
    shorter: tuple[str, ...] = ()
    if english:
        title, shorter = translate(title, catalogue.terms), tuple(translate_parts(title, catalogue.terms))
    text = re.sub(r"[。．.？?！!；;，,\s]+$", "", clean(unicodedata.normalize("NFKC", title)))
    text = text.translate(str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}))
    if asks and not english:
        several = list_questions(text)
        parts = read_question(several[0] if len(several) > 1 else text)
    else:
        parts = _read_statement(strip_speaker(text))
    if kind == SCIENCE:
        maybe = asks and not english and re.search("[能可会]否", text) and len(list_questions(text)) == 1
        parts = TitleParts(topic=text, head="claim", object=text, focus=text) if maybe else keep_mechanism(parts)
    broad = is_as_broad(parts.topic, (*catalogue.disciplines, *catalogue.industries))
    return _Title(text, parts, kind if kind in KINDS else _guess_kind(text, parts), asks, broad, shorter)


def _read_statement(said: str) -> TitleParts:
    inner = strip_study(said)
    if is_question(inner):
        return read_question(inner)
    return read_sentence(said) if is_sentence(said) else read_phrase(said)


def _guess_kind(text: str, parts: TitleParts) -> str:
    if re.search(r"产品|产业|量产|规模化|国产化|工艺|商业化", text):
        return INDUSTRY
    if parts.head in {"mechanism", "happens", "influence", "relation"} or "为什么" in text:
        return SCIENCE
    return ENGINEERING if parts.skilled or parts.head in {"done", "property"} else SCIENCE


def _list_frames(read: _Title, extras: Extras) -> Iterator[Frame]:
    """Yield questions, the best first: one that adds nothing among the narrower ones, a bare frame, the rest."""
    frames = list(ask_plainly(read.parts, read.kind))
    plain = [*_ask_as_it_is(read, frames), *(frame for frame in frames if not frame.bare)]
    narrow = _ask_narrower(read, extras)
    weak = read.parts.head in _WEAK and not read.asks and not list_points(read.parts)
    first = [] if read.broad or (narrow and weak) else plain[:1]
    yield from first
    yield from narrow[:1]
    yield from plain[:1] if not first and not read.broad else ()
    yield from narrow[1:]
    shorter = [] if read.parts.head in _WHOLE else list(_list_shorter(read))
    for parts in shorter:
        yield from _tell_cut(_ask_narrower(replace(read, parts=parts), extras)[:2], parts)
    yield from [*_ask_hinted(read.parts, read.kind), *plain, *(frame for frame in frames if frame.bare)]
    for extra in suggest_extras(read.kind):
        yield from ask_twice_narrowed(read.parts, read.kind, extra)
    for parts in _list_shorter(read):
        yield from _tell_cut([*ask_plainly(parts, read.kind), *_ask_hinted(parts, read.kind)], parts)


def _list_shorter(read: _Title) -> Iterator[TitleParts]:
    """Yield what is left of the title with fewer words, the fullest first."""
    yield from (read_phrase(text) for text in read.shorter if len(text) > len("超导") and text[0] not in "中的上下")
    yield from shorten(read.parts)


def _tell_cut(frames: Iterable[Frame], parts: TitleParts) -> Iterator[Frame]:
    for frame in frames:
        yield replace(frame, why=f"只取原题的一点“{parts.topic}”：原题太长，或清单里已有相近的题目。{frame.why}")


def _ask_as_it_is(read: _Title, frames: Sequence[Frame]) -> list[Frame]:
    """Return the title's own question; behind a better one where it does not ask what its kind asks."""
    if not read.asks or read.shorter or len(list_questions(read.text)) != 1 or read.broad or _SPOKEN.search(read.text):
        return []
    own = Frame(text=f"{read.text}？", why="原题已是问句。")
    return [own] if _fits(read.text, read.kind) else [*(one for one in frames[:1] if not one.bare), own]


def _ask_narrower(read: _Title, extras: Extras) -> list[Frame]:
    """Return the best question for each extra, those from the notes first."""
    parts = read.parts
    found = [
        frame
        for place, extra in enumerate([*extras.own, *extras.others])
        if (frame := next(ask_narrowly(parts, read.kind, extra, _pick(extras.aspects, place)), None))
    ]
    points = list_points(parts)
    if not points:
        return found
    single = [frame for point in points for frame in islice(_ask_point(point, read.kind, extras), 1)]
    return [*(replace(frame, why=f"原题并列了几点，只取其中一点。{frame.why}") for frame in single), *found]


def _ask_point(parts: TitleParts, kind: str, extras: Extras) -> Iterator[Frame]:
    for place, extra in enumerate([*extras.own, *extras.others]):
        yield from ask_narrowly(parts, kind, extra, _pick(extras.aspects, place))


def _pick(aspects: Sequence[Extra], place: int) -> Extra | None:
    return aspects[place % len(aspects)] if aspects else None


def _ask_hinted(parts: TitleParts, kind: str) -> list[Frame]:
    return [frame for extra in suggest_extras(kind) for frame in ask_narrowly(parts, kind, extra)]


def _fits(text: str, kind: str) -> bool:
    """Say whether a question asks what its kind asks."""
    return bool(_KIND_WORDS[kind].search(text))


def _choose(frames: Iterable[Frame], catalogue: Catalogue, passes: Callable[[str], bool]) -> list[Frame]:
    """Return the first frames that may stand: short single questions that repeat neither a problem nor each other.

    Where too few differ much, frames that differ in any word make up the number.
    """
    chosen: list[Frame] = []
    alike: list[Frame] = []
    for frame in frames:
        if len(chosen) == _WANTED:
            break
        if not may_stand(frame.text, catalogue) or not passes(frame.text):
            continue
        (alike if any(_is_same(frame.text, one.text) for one in chosen) else chosen).append(frame)
    texts = {bare(one.text) for one in chosen}
    spare = list({bare(one.text): one for one in alike if bare(one.text) not in texts}.values())
    return [*chosen, *spare[: max(0, _LEAST - len(chosen))]]


def _is_same(text: str, other: str) -> bool:
    """Compare the Chinese alone: a long English term would make any two questions alike."""
    han, other_han = (re.sub(r"[A-Za-z0-9 ]+", "", one) for one in (text, other))
    return bare(text) == bare(other) or dice(han, other_han) >= _SAME


def may_stand(text: str, catalogue: Catalogue) -> bool:
    """Say whether a candidate is one short question that repeats no released problem, whoever wrote it."""
    return (
        len(text) <= _LONGEST
        and is_question(text)
        and bool(_MARKERS.search(text))
        and len(list_questions(text)) == 1
        and not any(dice(text, one.title) >= _NEAR for one in catalogue.released)
        and bool(bare(text))
    )
