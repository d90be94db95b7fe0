"""Questions that the three kinds ask: a mechanism, a breakthrough, a product or process; as they are, or narrower."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.domain.title import Addition
from assistant.writing.title_kinds import ENGINEERING, SCIENCE, Extra, Frame, hint
from assistant.writing.title_parts import TitleParts, read_phrase
from assistant.writing.title_phrases import add_setting, ask_how, make_noun, name_skill
from assistant.writing.title_practice import ask_engineering, ask_industry, ask_under
from assistant.writing.title_science import ask_science

_LABELS = {"condition": "条件", "mechanism": "机制", "target": "目标", "object": "着眼点", "name": "对象"}


def ask_plainly(parts: TitleParts, kind: str) -> Iterator[Frame]:
    """Yield questions that add at most a hint to the title, the most faithful first."""
    ask = {SCIENCE: ask_science, ENGINEERING: ask_engineering}.get(kind, ask_industry)
    return ask(parts)


def ask_narrowly(parts: TitleParts, kind: str, extra: Extra) -> Iterator[Frame]:
    """Yield questions that take up one more condition, mechanism, target, point of view or longer name."""
    why = f"补上{_LABELS[extra.part]}“{extra.text}”，使题目更窄；这一处请确认或改成实际的。"
    if extra.part == "name":
        yield _ask_by_name(parts, kind, extra, why)
        return
    added = (Addition(text=extra.text, origin=extra.origin),)
    narrow = {SCIENCE: _narrow_science, ENGINEERING: _narrow_engineering}.get(kind, _narrow_industry)
    for text in narrow(parts, extra):
        yield Frame(text=text, why=why, added=added)


def ask_twice_narrowed(parts: TitleParts, kind: str, extra: Extra) -> Iterator[Frame]:
    """Yield questions with a condition and a demand, for a title that has been asked almost word for word."""
    if kind == SCIENCE:
        view = "从已有的观测证据看"
        for frame in ask_science(parts):
            text = f"{extra.text}，{view}，{frame.text}"
            yield Frame(text=text, why=frame.why, added=hint(extra.text, view), bare=frame.bare)
        return
    for demand in ("以可接受的成本", "在保证长期可靠的前提下"):
        frame = ask_under(demand, add_setting(parts, extra.text), "同时限定条件和要求。")
        yield replace(frame, added=hint(extra.text, demand))


def _ask_by_name(parts: TitleParts, kind: str, extra: Extra, why: str) -> Frame:
    """Ask about a longer name instead of the title's own."""
    rest = extra.text.removeprefix(parts.topic).removesuffix(parts.topic)
    frame = next(ask_plainly(replace(read_phrase(extra.text), setting=parts.setting), kind))
    return Frame(text=frame.text, why=why, added=(Addition(text=rest, origin=extra.origin), *frame.added))


def _narrow_science(parts: TitleParts, extra: Extra) -> Iterator[str]:
    match extra.part:
        case "condition":
            yield from (f"{extra.text}，{frame.text}" for frame in ask_science(parts) if not frame.bare)
        case "mechanism":
            yield f"{extra.text}如何影响{make_noun(parts)}？"
        case "target":
            yield f"什么机制能使{make_noun(parts)}{extra.text}？"
        case _:
            yield f"从{extra.text}看，{next(ask_science(parts)).text}"


def _narrow_engineering(parts: TitleParts, extra: Extra) -> Iterator[str]:
    match extra.part:
        case "condition":
            yield ask_how(add_setting(parts, extra.text))
        case "mechanism":
            yield ask_how(parts, f"利用{extra.text}")
        case "target":
            yield f"{ask_how(parts).removesuffix('？')}并{extra.text}？"
        case _:
            yield f"如何在{extra.text}方面突破{name_skill(parts)}？"


def _narrow_industry(parts: TitleParts, extra: Extra) -> Iterator[str]:
    match extra.part:
        case "condition" if parts.head == "thing":
            yield f"如何开发适用于{re.sub('[下中]$', '', extra.text)}的{parts.topic}产品？"
        case "condition":
            yield ask_how(add_setting(parts, extra.text))
        case "mechanism":
            yield f"如何利用{extra.text}开发{make_noun(parts)}的产品与工艺？"
        case "target":
            yield f"{ask_how(parts).removesuffix('？')}并{extra.text}？"
        case _:
            yield f"如何面向{extra.text}开发{make_noun(parts)}的产品与工艺？"
