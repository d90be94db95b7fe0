"""Questions that take up one thing more than the title says: a factor, a condition, a measure, a target."""

import re
from collections.abc import Iterator

from assistant.domain.title import Addition
from assistant.writing.title_kinds import ENGINEERING, SCIENCE, Extra, hint
from assistant.writing.title_parts import TitleParts
from assistant.writing.title_phrases import (
    act_on,
    add_setting,
    ask_how,
    is_mass,
    make_goal,
    make_noun,
    name_skill,
    needs_goal,
    place_in,
)
from assistant.writing.title_science import ask_science
from assistant.writing.title_words import PRODUCT

_ROLE = re.compile(r"(?:机制|机理|过程|网络|通路|途径|动力学)$")
_ROLE_OF = re.compile(r"(?:的)?(?:分子|物理|化学|内在|微观|宏观|科学|理论|生物学|作用|调控|驱动|动力学|潜在)*$")
_ULTIMATE = re.compile(r"(?:本质|本源|起源|根源|成因)$")
"""What one finds out, and nothing has an influence on."""
_TOOL = re.compile(r"(?:装备|装置|设备|工艺|产线|生产线)$")

Asked = tuple[str, tuple[Addition, ...]]
"""A question and what it adds beside the extra itself."""


def narrow(parts: TitleParts, kind: str, extra: Extra) -> Iterator[Asked]:
    """Yield questions of the kind with the extra in them, the best first; none where it does not go with the title."""
    if kind == SCIENCE:
        yield from ((text, ()) for text in _narrow_science(parts, extra))
    elif kind == ENGINEERING:
        yield from ((text, ()) for text in _narrow_engineering(parts, extra))
    else:
        yield from _narrow_industry(parts, extra)


def narrow_broad(parts: TitleParts, condition: Extra, mechanism: Extra) -> str:
    """Return a scientific question with a condition and a factor, for a title as broad as a discipline."""
    return f"{condition.text}，{mechanism.text}如何影响{make_noun(parts)}？"


def _narrow_science(parts: TitleParts, extra: Extra) -> Iterator[str]:
    ultimate = parts.head == "mechanism" and _ULTIMATE.search(parts.topic)
    match extra.part:
        case "condition" if not parts.setting and not ultimate and parts.head != "claim":
            yield from (f"{extra.text}，{frame.text}" for frame in ask_science(parts) if not frame.bare)
        case "mechanism" | "obstacle" if not ultimate:
            yield from _ask_factor(parts, extra.text)
        case "measure" if ultimate:
            yield f"如何{extra.text}以揭示{parts.topic}？"
        case "measure" if parts.head == "claim":
            yield f"如何{extra.text}以检验{parts.topic}？"
        case "object":
            yield f"从{extra.text}看，{next(ask_science(parts)).text}"
        case _:
            return


def _ask_factor(parts: TitleParts, factor: str) -> Iterator[str]:
    """Yield what the factor does to the title's object."""
    topic = f"{parts.setting}{parts.topic}"
    match parts.head:
        case "influence":
            yield f"{parts.setting}{parts.object}如何通过{factor}{act_on(parts.verb)}{parts.focus}？"
        case "clause" if parts.object:
            yield f"{parts.setting}{parts.object}如何通过{factor}{parts.focus}？"
        case "clause" | "claim":
            return
        case "mechanism" if _ROLE.search(parts.focus):
            bearer = _ROLE_OF.sub("", topic.removesuffix(parts.focus))
            yield f"{factor}在{bearer}中起什么作用？"
        case "done":
            yield f"{factor}如何制约{topic}？"
        case "state":
            yield f"{factor}如何导致{topic}？"
        case _:
            yield f"{factor}如何影响{topic}？"


def _narrow_engineering(parts: TitleParts, extra: Extra) -> Iterator[str]:
    match extra.part:
        case "condition":
            yield ask_how(add_setting(parts, extra.text))
        case "mechanism":
            yield ask_how(parts, f"利用{extra.text}")
        case "measure":
            yield from _ask_by(parts, extra.text)
        case "obstacle":
            yield f"如何{place_in(parts.setting)}克服{extra.text}的影响，{make_goal(parts)}？"
        case "target":
            yield f"{ask_how(parts).removesuffix('？')}并{extra.text}？"
        case _:
            yield f"如何在{extra.text}方面突破{name_skill(parts)}？"


def _ask_by(parts: TitleParts, measure: str) -> Iterator[str]:
    if measure[:2] not in {make_goal(parts)[:2], "实现"}:
        yield ask_how(parts, f"通过{measure}")


def _narrow_industry(parts: TitleParts, extra: Extra) -> Iterator[Asked]:
    noun, mass = make_noun(parts), hint("规模化")
    goods = parts.head == "thing" and bool(PRODUCT.search(parts.topic) or _TOOL.search(parts.topic))
    scale = "生产" if goods else "应用"
    plain = parts.head in {"thing", "done"} and not needs_goal(parts) and not is_mass(parts)
    goal = f"实现{noun}的规模化{scale}" if plain else make_goal(parts)
    place = "" if plain or is_mass(parts) else "在规模化应用中"
    added = () if is_mass(parts) else mass
    match extra.part:
        case "condition":
            yield from _ask_fit(parts, extra.text, goods=goods)
        case "measure" if extra.text[:2] not in {goal[:2], "实现"}:
            yield f"如何{place}通过{extra.text}{goal}？", added
        case "target":
            yield f"如何{place}{goal}并{extra.text}？", added
        case "mechanism":
            yield f"如何{place}利用{extra.text}{goal}？", added
        case "obstacle":
            yield f"如何{place}克服{extra.text}的影响，{goal}？", added
        case "object":
            yield f"如何面向{extra.text}开发{noun}的产品与工艺？", ()
        case _:
            return


def _ask_fit(parts: TitleParts, condition: str, *, goods: bool) -> Iterator[Asked]:
    where = re.sub(r"[下中时]$", "", condition)
    if goods or (parts.head == "thing" and not needs_goal(parts)):
        yield f"如何开发适用于{where}的{parts.topic}{'' if goods else '产品'}？", ()
    elif parts.head == "done" and not parts.setting and not is_mass(parts):
        tools = "技术与装备"
        yield f"如何开发适用于{where}的{parts.topic}{tools}？", hint(tools)
    else:
        yield ask_how(add_setting(parts, condition)), ()
