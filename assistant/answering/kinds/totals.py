"""Figures over several guides: the largest, the smallest and the sum, computed from their preambles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.asked.question import Inquiry
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.programme import Programme
from assistant.text import normalise

_MANY = re.compile(
    r"哪个?(?:一个)?(?:重点)?专项|哪些专项|各(?:个)?专项|[几多少]+个专项|12个|十二个|所有专项|全部专项|"
    r"这些专项|哪个指南|哪几个专项|合计|加起来|总和"
)
_MOST = re.compile(r"最(?:多|高|大)|第一")
_TWO = re.compile(r"(?:哪个|哪一个|谁).{0,8}(?P<much>多|高|大)|(?:哪个|哪一个|谁).{0,8}(?P<little>少|低|小)")
_LEAST = re.compile(r"最(?:少|低|小)|垫底")
_SUM = re.compile(r"合计|加起来|总和|总共|一共|总计|总额")
_HOW_MANY = re.compile(r"(?:几|多少)个(?:重点)?专项")
_MONEY = re.compile(r"经费|钱|概算|预算|资金|国拨")
_DIRECTIONS = re.compile(r"方向|项目数|项目")
_BUDGET = re.compile(r"国拨经费概算(\d+(?:\.\d+)?)(亿|万)元")
_NUMBER = re.compile(r"(?:拟启动|拟支持)(\d+)(?:个|项)")
_WAN = 10_000
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Figure:
    programme: Programme
    value: float
    printed: str
    unit: Unit


def claim_totals(inquiry: Inquiry, corpus: Corpus) -> list[Claim]:
    """Return the figure computed over the guides; empty where the question asks for none."""
    text = inquiry.text
    guides = [programme for programme in inquiry.scope.programmes if programme.info.number] or [
        programme for programme in corpus.catalogue.programmes if programme.info.number and not inquiry.scope.named
    ]
    named = inquiry.scope.named and len(inquiry.scope.programmes) > 1
    several = _MANY.search(text) or (named and (_TWO.search(text) or _SUM.search(text)))
    if len(guides) < 2 or not several:  # noqa: PLR2004 - several
        return []
    if not any(pattern.search(text) for pattern in (_MOST, _LEAST, _SUM, _TWO)):
        return []
    pattern = _BUDGET if _MONEY.search(text) else _NUMBER if _DIRECTIONS.search(text) else None
    if pattern is None:
        return []
    figures = list(_read(guides, pattern, corpus, youth="青年" in text))
    return (
        _state(text, figures, "国拨经费概算" if pattern is _BUDGET else "拟启动（支持）的方向或项目", corpus)
        if figures
        else []
    )


def _read(guides: list[Programme], pattern: re.Pattern[str], corpus: Corpus, *, youth: bool) -> Iterator[_Figure]:
    """Yield the first figure of each guide's preamble: for the whole guide, or for its projects of young scientists."""
    for programme in guides:
        for place in corpus.own[programme.id]:
            unit = corpus.units[place]
            found = None if unit.direction or ("青年" in unit.plain) != youth else pattern.search(unit.plain)
            if found:
                scale = _WAN if pattern is _BUDGET and found[2] == "亿" else 1
                printed = f"{found[1]}{found[2]}元" if pattern is _BUDGET else f"{found[1]}个"
                yield _Figure(programme, float(found[1]) * scale, printed, unit)
                break


def _state(text: str, figures: list[_Figure], what: str, corpus: Corpus) -> list[Claim]:
    two = _TWO.search(text)
    least = bool(_LEAST.search(text) or (two and two["little"]))
    superlative = bool(two or least or _MOST.search(text))
    ordered = sorted(figures, key=lambda figure: figure.value, reverse=not least)
    if superlative:
        lead = ordered[0]
        word = "最少" if least else "最多"
        said = f"{len(figures)}个专项中{what}{word}的是“{lead.programme.info.short_title}”，{lead.printed}"
        if len(ordered) <= _SHOWN:
            said += "（" + "；".join(f"{one.programme.info.short_title}{one.printed}" for one in ordered[1:]) + "）"
    else:
        total = sum(figure.value for figure in figures)
        money = what.startswith("国拨")
        said = f"{len(figures)}个专项的{what}合计{total / _WAN if money else total:.10g}{'亿元' if money else '个'}"
    named = _find_name(ordered[0], corpus) if superlative and len(ordered) > _SHOWN else None
    units = (ordered[0].unit, *([named] if named else []), *(figure.unit for figure in ordered[1:]))
    return [Claim(programmes=(), text=said, units=units, derived=True)]


def _find_name(figure: _Figure, corpus: Corpus) -> Unit | None:
    """Return the sentence that names the guide."""
    title = normalise(figure.programme.info.short_title)
    own = (corpus.units[place] for place in corpus.own[figure.programme.id])
    return next((unit for unit in own if not unit.direction and title in unit.plain), None)
