"""Questions about a breakthrough, for 工程技术难题, and about a product or process, for 产业技术问题."""

from collections.abc import Iterator

from assistant.writing.title_kinds import Frame, hint
from assistant.writing.title_parts import TitleParts
from assistant.writing.title_phrases import (
    ask_how,
    is_mass,
    is_product,
    make_goal,
    make_product,
    name_skill,
    needs_goal,
    place_in,
    plan_industry,
)


def ask_engineering(parts: TitleParts) -> Iterator[Frame]:
    """Yield questions about what is to be achieved, the most faithful first, a bare one last."""
    yield Frame(text=ask_how(parts), why="把题目改成“如何实现”的问句，原题的词都保留。")
    if parts.head == "property":
        yield ask_under("在不牺牲其他性能的前提下", parts, "突破点放在性能之间的矛盾上。")
    yield ask_under("在保证长期可靠的前提下", parts, "突破点放在长期可靠上。")
    if parts.head in {"state", "clause", "claim"}:
        return
    why = "只套用本类型的问法，还应写明难在哪里。"
    yield Frame(text=f"如何突破{name_skill(parts)}？", why=why, bare=True)


def ask_industry(parts: TitleParts) -> Iterator[Frame]:
    """Yield questions about a product, a process or its scale, the most faithful first, a bare one last."""
    keep = "改成问产品、工艺或规模化的问句，原题的词都保留。"
    made = make_product(parts)
    place, goal, added = plan_industry(parts)
    if parts.head == "state":
        yield Frame(text=f"如何以新产品新工艺{goal}？", why=keep)
    elif needs_goal(parts) and not is_mass(parts) and parts.head != "clause":
        yield Frame(text=f"如何{place}{goal}？", why=keep, added=added)
        yield Frame(text=f"如何开发能够{made}的产品与工艺？", why=keep)
    else:
        yield Frame(text=f"如何{place}{goal}？", why=keep, added=added)
    tools = "成套工艺与装备"
    if not is_product(parts) and not needs_goal(parts):
        yield Frame(text=f"如何开发{made}的{tools}？", why="着眼于工艺和装备。", added=hint(tools))
    yield ask_under("以可接受的成本", parts, "着眼于成本。")
    product = f"{made}产品" if parts.head == "thing" and not needs_goal(parts) else f"{made}的产品"
    yield Frame(text=f"如何开发{product}？", why="只套用本类型的问法，还应写明是什么产品、难在哪里。", bare=True)


def ask_under(demand: str, parts: TitleParts, why: str) -> Frame:
    """Return the question how to reach the title's goal under one more demand."""
    place = place_in(parts.setting)
    place = f"{place}、{demand.removeprefix('在')}" if place.startswith("在") else f"{demand}{place}"
    text = f"如何{place}{make_goal(parts)}？"
    return Frame(text=text, why=f"{why}这一处请确认或改成实际的要求。", added=hint(demand.removeprefix("在")))
