"""Questions about a breakthrough, for 工程技术难题, and about a product or process, for 产业技术问题."""

from collections.abc import Iterator

from assistant.writing.title_kinds import Frame, hint
from assistant.writing.title_parts import TitleParts
from assistant.writing.title_phrases import (
    add_setting,
    ask_how,
    is_mass,
    make_goal,
    make_noun,
    make_product,
    name_skill,
    needs_goal,
    place_in,
)
from assistant.writing.title_words import PRODUCT


def ask_engineering(parts: TitleParts) -> Iterator[Frame]:
    """Yield questions about what is to be achieved, the most faithful first, a bare one last."""
    yield Frame(text=ask_how(parts), why="把题目改成“如何实现”的问句，原题的词都保留。")
    if parts.head == "property":
        yield ask_under("在不牺牲其他性能的前提下", parts, "突破点放在性能之间的矛盾上。")
    yield ask_under("在保证长期可靠的前提下", parts, "突破点放在长期可靠上。")
    why = "只套用本类型的问法，还应写明难在哪里。"
    yield Frame(text=f"如何突破{name_skill(parts)}？", why=why, bare=True)


def ask_industry(parts: TitleParts) -> Iterator[Frame]:
    """Yield questions about a product, a process or its scale, the most faithful first, a bare one last."""
    keep = "改成问产品、工艺或规模化的问句，原题的词都保留。"
    noun, made = make_noun(parts), make_product(parts)
    if is_mass(parts) or parts.head == "clause":
        yield Frame(text=ask_how(parts), why=keep)
    elif parts.head == "state":
        yield Frame(text=f"如何以新产品新工艺{make_goal(parts)}？", why=keep)
    elif parts.head == "thing" and PRODUCT.search(parts.topic):
        yield Frame(text=f"如何实现{noun}的规模化生产？", why=keep, added=hint("规模化"))
    elif needs_goal(parts):
        yield Frame(text=f"如何开发{made}的产品与工艺？", why=keep)
        yield Frame(text=ask_how(add_setting(parts, "规模化生产中")), why=keep, added=hint("规模化"))
    elif parts.head in {"done", "thing"}:
        yield Frame(text=f"如何实现{noun}的规模化应用？", why=keep, added=hint("规模化"))
    tools = "成套工艺与装备"
    yield Frame(text=f"如何开发{made}的{tools}？", why="着眼于工艺和装备。", added=hint(tools))
    yield ask_under("以可接受的成本", parts, "着眼于成本。")
    product = f"{made}产品" if parts.head == "thing" and not needs_goal(parts) else f"{made}的产品"
    yield Frame(text=f"如何开发{product}？", why="只套用本类型的问法，还应写明是什么产品、难在哪里。", bare=True)


def ask_under(demand: str, parts: TitleParts, why: str) -> Frame:
    """Return the question how to reach the title's goal under one more demand."""
    place = place_in(parts.setting)
    place = f"{place}、{demand.removeprefix('在')}" if place.startswith("在") else f"{demand}{place}"
    text = f"如何{place}{make_goal(parts)}？"
    return Frame(text=text, why=f"{why}这一处请确认或改成实际的要求。", added=hint(demand))
