"""Questions that the three kinds ask: a mechanism, a breakthrough, a product or process; as they are, or narrower."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.domain.title import Addition
from assistant.writing.title_kinds import ENGINEERING, SCIENCE, Extra, Frame, hint
from assistant.writing.title_narrow import narrow
from assistant.writing.title_parts import TitleParts, read_phrase
from assistant.writing.title_phrases import add_setting
from assistant.writing.title_practice import ask_engineering, ask_industry, ask_under
from assistant.writing.title_science import ask_science
from assistant.writing.title_words import LOWER, RAISE

_CHANGES = re.compile(rf"{RAISE}|{LOWER}")
_SHORT_ACTIVITY = 6
"""Characters of an activity that is as broad as a field."""
_ACTIVITY = re.compile(r"(?:制造|加工|编辑|计算|存储|储存|通信|导航|成像|育种|检测|打印|发电|制氢|光刻)(?:技术)?$")
_LABELS = {
    "condition": "条件",
    "mechanism": "机制",
    "measure": "做法",
    "obstacle": "难点",
    "target": "目标",
    "aspect": "性能",
    "object": "着眼点",
    "name": "对象",
}


def ask_plainly(parts: TitleParts, kind: str) -> Iterator[Frame]:
    """Yield questions that add at most a hint to the title, the most faithful first."""
    ask = {SCIENCE: ask_science, ENGINEERING: ask_engineering}.get(kind, ask_industry)
    return ask(parts)


def ask_narrowly(parts: TitleParts, kind: str, extra: Extra, aspect: Extra | None = None) -> Iterator[Frame]:
    """Yield questions that take up one more condition, factor, measure, target, point of view or longer name.

    Args:
        parts: of the title.
        kind: one of the three.
        extra: what is taken up.
        aspect: a property to ask about where the title names a mere thing.
    """
    taken = [extra]
    if aspect and _lacks_aspect(parts) and extra.part != "name":
        parts, taken = add_aspect(parts, aspect.text), [aspect, extra]
    said = "、".join(f"{_LABELS[one.part]}“{one.text}”" for one in taken)
    why = f"补上{said}，使题目更窄；请确认或改成实际的。"
    if extra.part == "name":
        yield _ask_by_name(parts, kind, extra, why)
        return
    for text, more in narrow(parts, kind, extra):
        yield Frame(text=text, why=why, added=(*(_mark(one, text) for one in taken), *more))


def _lacks_aspect(parts: TitleParts) -> bool:
    """Say whether the title is a mere thing, or an activity as short as a name: 太空制造."""
    activity = len(parts.topic) <= _SHORT_ACTIVITY and _ACTIVITY.search(parts.topic)
    return parts.head == "thing" or (parts.head == "done" and bool(activity or parts.topic.endswith("国产化")))


def add_aspect(parts: TitleParts, aspect: str) -> TitleParts:
    """Return the title asked for one property of its thing."""
    owner = parts.topic.removesuffix("学")
    if parts.topic.endswith("国产化"):
        thing = parts.topic.removesuffix("国产化").removesuffix("的")
        return replace(parts, topic=f"国产{thing}的{aspect}", head="property", object=thing, focus=aspect)
    of = "" if owner != parts.topic else "的"
    verb = parts.verb if _CHANGES.fullmatch(parts.verb) else ""
    topic = f"{owner}{of}{aspect}"
    return replace(parts, topic=topic, head="property", object=owner, focus=aspect, verb=verb, skilled=False)


def _mark(extra: Extra, text: str) -> Addition:
    """Return the addition as it stands in the question: 适用于低温条件的 leaves out the 下 of the condition."""
    shown = extra.text if extra.text in text else re.sub(r"[下中时]$", "", extra.text)
    return Addition(text=shown, origin=extra.origin)


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
        yield replace(frame, added=hint(extra.text, demand.removeprefix("在")))


def _ask_by_name(parts: TitleParts, kind: str, extra: Extra, why: str) -> Frame:
    """Ask about a longer name instead of the title's own."""
    rest = extra.text.removeprefix(parts.topic).removesuffix(parts.topic)
    frame = next(ask_plainly(replace(read_phrase(extra.text), setting=parts.setting), kind))
    return Frame(text=frame.text, why=why, added=(Addition(text=rest, origin=extra.origin), *frame.added))
