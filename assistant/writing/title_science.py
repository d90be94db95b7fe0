"""Questions about a mechanism, for 前沿科学问题."""

import re
from collections.abc import Callable, Iterator

from assistant.writing.title_kinds import Frame
from assistant.writing.title_parts import Head, TitleParts
from assistant.writing.title_phrases import act_on
from assistant.writing.title_words import THING

_KEPT = "把题目改成问机制的问句，原题的词都保留。"
_BARE = "只套用本类型的问法，还应写明对象、条件或机制。"
_IS_WHAT = re.compile(
    r"(?:机制|机理|原因|规律|原理|起源|成因|根源|本质|本源|基础|动因|因素|判据|边界|极限|上限|关系|联系|途径|通路|理论)$"
)
"""Nouns about which one asks 是什么; of others one asks what governs them."""
_MUTUAL = re.compile(r"相互作用|互作|耦合|协同|竞争|融合|交互")
_MIXED = re.compile(r"与|和|及|、|——|，")

_Templates = tuple[tuple[str, str], ...]
_BY_HEAD: dict[Head, _Templates] = {
    "mechanism": (
        ("哪些因素决定{topic}？", "追问决定性的因素。"),
        ("{topic}在什么条件下发生转变？", "追问规律成立的边界。"),
    ),
    "happens": (
        ("{topic}受什么机制控制？", _KEPT),
        ("什么条件触发{topic}？", "追问过程发生的条件。"),
        ("{topic}的快慢由哪些因素决定？", "追问决定过程快慢的因素。"),
    ),
    "property": (
        ("{topic}由什么机制决定？", _KEPT),
        ("哪些因素限制{topic}？", "追问限制这一性能的因素。"),
        ("{topic}的变化由什么机制引起？", "追问性能变化的原因。"),
    ),
    "done": (
        ("什么机制制约{topic}？", _KEPT),
        ("{topic}依据什么科学原理？", "追问这件事所依据的原理。"),
        ("{topic}的极限由什么机制决定？", "追问能做到的极限。"),
    ),
    "thing": (
        ("{topic}的内在机制是什么？", _KEPT),
        ("哪些因素决定{topic}？", "追问决定性的因素。"),
        ("{topic}在什么条件下发生转变？", "追问规律成立的边界。"),
    ),
    "state": (
        ("什么机制使{topic}？", "把陈述改成问机制的问句。"),
        ("为什么{topic}？", "追问原因。"),
        ("哪些因素使{topic}？", "追问决定性的因素。"),
    ),
}
_OF_MADE: _Templates = (
    ("{topic}的性能由什么机制决定？", _KEPT),
    ("{topic}的结构如何影响其性能？", "追问结构与性能的关系。"),
    ("{topic}的失效由什么机制引起？", "追问失效的原因。"),
)
"""For a thing that people make."""
_SEEN = re.compile(r"(?:性质|现象|行为|效应|异常|多样性|差异|失衡)$")
_OF_SEEN: _Templates = (
    ("{topic}由什么机制引起？", _KEPT),
    ("哪些因素决定{topic}？", "追问决定性的因素。"),
    ("{topic}在什么条件下出现？", "追问现象出现的条件。"),
)
_PUZZLE = re.compile(r"(?:问题|难题|佯谬|悖论|猜想|之谜|危机)$")
_OF_PUZZLE: _Templates = (
    ("如何破解{topic}？", "题目是一个已有名称的难题，直接发问。"),
    ("{topic}的根源是什么？", "追问难题的根源。"),
    ("什么证据能够检验{topic}的解答？", "追问检验的办法。"),
)
_CAUSE = re.compile(r"的?(?:形成|产生|发生)?(?:原因|成因|起因|诱因)$")
_OF_CAUSE: _Templates = (
    ("哪些因素引起{effect}？", "追问引起它的因素。"),
    ("{effect}在什么条件下出现？", "追问现象出现的条件。"),
)
"""For what has a cause: the cause itself is not decided by factors."""
_BARE_BY_HEAD: dict[Head, str] = {
    "mechanism": "如何揭示{topic}？",
    "property": "{topic}的决定机制是什么？",
    "thing": "{topic}的科学本质是什么？",
    "state": "{topic}的根本原因是什么？",
}


def ask_science(parts: TitleParts) -> Iterator[Frame]:
    """Yield questions about the title's mechanism, the most faithful first, a bare one last."""
    topic = f"{parts.setting}{parts.topic}"
    if special := _SPECIAL.get(parts.head):
        yield from special(parts)
    for text, why in _choose_templates(parts):
        yield Frame(text=text.format(topic=topic, effect=_CAUSE.sub("", topic)), why=why)
    if parts.head == "influence":
        topic = f"{parts.setting}{parts.object}{act_on(parts.verb)}{parts.focus}"
    if parts.head == "claim":
        return
    yield Frame(text=_BARE_BY_HEAD.get(parts.head, "{topic}的机制是什么？").format(topic=topic), why=_BARE, bare=True)


def _choose_templates(parts: TitleParts) -> _Templates:
    if parts.head == "thing" and not parts.skilled:
        special = ((THING, _OF_MADE), (_SEEN, _OF_SEEN), (_PUZZLE, _OF_PUZZLE))
        return next((texts for words, texts in special if words.search(parts.topic)), _BY_HEAD["thing"])
    if parts.head == "mechanism" and _CAUSE.search(parts.topic):
        return _OF_CAUSE
    return () if parts.head == "clause" else _BY_HEAD.get(parts.head, ())


def _ask_mechanism(parts: TitleParts) -> Iterator[Frame]:
    ask = "是什么" if _IS_WHAT.search(parts.topic) else "受什么机制支配"
    yield Frame(text=f"{parts.setting}{parts.topic}{ask}？", why="题目问的就是机制，直接发问。")


def _ask_process(parts: TitleParts) -> Iterator[Frame]:
    if not _MIXED.search(parts.topic) and f"{parts.object}的{parts.focus}" == parts.topic:
        yield Frame(text=f"{parts.setting}{parts.object}是如何{parts.focus}的？", why="把过程改成直接的发问。")


def _ask_property(parts: TitleParts) -> Iterator[Frame]:
    if parts.verb:
        yield Frame(text=f"{parts.setting}什么机制能够{parts.verb}{parts.topic}？", why=_KEPT)


def _ask_influence(parts: TitleParts) -> Iterator[Frame]:
    cause, act = f"{parts.setting}{parts.object}", act_on(parts.verb)
    yield Frame(text=f"{cause}如何{act}{parts.focus}？", why="把两者的作用改成直接的发问。")
    yield Frame(text=f"{cause}通过什么机制{act}{parts.focus}？", why="追问作用背后的机制。")
    yield Frame(text=f"{cause}在什么条件下{act}{parts.focus}？", why="追问作用成立的条件。")


def _ask_relation(parts: TitleParts) -> Iterator[Frame]:
    pair = f"{parts.setting}{parts.object}与{parts.partner}"
    if mutual := _MUTUAL.search(parts.focus):
        yield Frame(text=f"{pair}如何{mutual.group()}？", why="把两者的关系改成直接的发问。")
    ask = "是什么" if _IS_WHAT.search(parts.topic) else "由什么机制决定"
    yield Frame(text=f"{parts.setting}{parts.topic}{ask}？", why=_KEPT)
    yield Frame(text=f"哪些因素决定{parts.setting}{parts.topic}？", why="追问决定这一关系的因素。")


def say_test(parts: TitleParts) -> str:
    """Return what one does to a claim: 区分 alternatives, 判断 whether, 检验 what is said."""
    return "区分" if "还是" in parts.topic else "判断" if re.search("[是能可会]否", parts.topic) else "检验"


def _ask_claim(parts: TitleParts) -> Iterator[Frame]:
    if re.search("[是能可会]否|还是", parts.topic):
        yield Frame(text=f"{parts.topic}？", why="把论断改成是非问。")
    test = say_test(parts)
    yield Frame(text=f"什么证据能够{test}{parts.topic}？", why="追问证据。")
    yield Frame(text=f"如何{test}{parts.topic}？", why="追问方法。")


def _ask_clause(parts: TitleParts) -> Iterator[Frame]:
    if not parts.object:
        yield Frame(text=f"{parts.setting}如何{parts.topic}？", why="把题目改成直接的发问。")
        return
    yield Frame(text=f"{parts.setting}{parts.object}如何{parts.focus}？", why="把陈述改成直接的发问。")
    yield Frame(text=f"{parts.setting}什么机制使{parts.topic}？", why="把陈述改成问机制的问句。")
    yield Frame(text=f"为什么{parts.setting}{parts.topic}？", why="追问原因。")


_SPECIAL: dict[Head, Callable[[TitleParts], Iterator[Frame]]] = {
    "mechanism": _ask_mechanism,
    "happens": _ask_process,
    "property": _ask_property,
    "influence": _ask_influence,
    "relation": _ask_relation,
    "clause": _ask_clause,
    "claim": _ask_claim,
}
