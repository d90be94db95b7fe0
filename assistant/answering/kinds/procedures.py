"""Procedures: all steps of a section in their order, with their dates."""

import re
from collections.abc import Iterator

from assistant.answering.asked.question import Inquiry, count_pairs
from assistant.answering.asked.slots import DATE
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.domain.notice import Clause
from assistant.domain.programme import Programme
from assistant.text import normalise

_ASKS = re.compile(
    r"(?:分|有|走|要)?(?:哪)?几(?:大|个)?步|步骤|流程|从头到尾|每一?步|全过程|怎么走|(?:工作|时间|进度)安排|时间表|时间节点|"
    r"(?:几|哪几|哪些)个?阶段"
)
_TIMES = re.compile(r"时间|什么时候|何时|几号|哪天|节点|日期|期限|截止|卡在")
_ORDERED = re.compile(r"程序|流程|步骤|安排|阶段|过程")
_PLAIN = re.compile(r"程序|流程|步骤|安排|阶段|过程|从头到尾|几步走?|每一?步|卡在|工作|时间|节点|进度|要求|全部|完整")
_DATE = re.compile(rf"{DATE}(?:[-~—至到]\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:以?前|底|起|止)?")
_SHARE = 0.35
"""Share of what the question is about, by weight, that the section and its steps must be called by."""
_FEWEST = 3
_BRIEF = 40
_DATED_ALREADY = re.compile(r"\d月")


def claim_procedure(inquiry: Inquiry, corpus: Corpus) -> list[Claim]:
    """Return the steps that the question asks for, for each notice in question; empty where it asks for none."""
    if inquiry.compares or not _ASKS.search(inquiry.text) or not (inquiry.scope.named or inquiry.scope.years):
        return []
    sections = [(one, _find_section(one, inquiry, corpus)) for one in inquiry.scope.programmes]
    return [claim for one, section in sections if section for claim in _state(one, section, inquiry, corpus)]


def _find_section(programme: Programme, inquiry: Inquiry, corpus: Corpus) -> Clause | None:
    """Return the ordered section that is about what the question asks."""
    runs = [_PLAIN.sub("|", run) for part in inquiry.parts for run in part.runs]
    known = corpus.naming[programme.id]
    asked = {pair: corpus.weigh(pair) for pair in count_pairs(runs) if pair not in known and corpus.is_word(pair)}
    best: tuple[float, Clause | None] = (0.0, None)
    for clause in programme.notice.clauses:
        steps = list_steps(programme, clause)
        if clause.parent or not _ORDERED.search(clause.title) or len(steps) < _FEWEST:
            continue
        own = set(pairs_of(normalise("|".join([clause.title, *(step.title for step in steps)]))))
        share = sum(weight for pair, weight in asked.items() if pair in own) / (sum(asked.values()) or 1)
        best = max(best, (share if asked else 1.0, clause), key=lambda one: one[0])
    return best[1] if best[0] >= _SHARE else None


def list_steps(programme: Programme, section: Clause) -> list[Clause]:
    """Return the items of a section in their order."""
    return [clause for clause in programme.notice.clauses if clause.parent == section.path]


def _state(programme: Programme, section: Clause, inquiry: Inquiry, corpus: Corpus) -> Iterator[Claim]:
    """Yield the steps, and where the question wants dates and none of them has one, that they have none."""
    units = [corpus.units[place] for place in corpus.own[programme.id]]
    said: list[str] = []
    cited: list[Unit] = []
    times = _TIMES.search(inquiry.text) is not None
    dated = False
    for number, step in enumerate(list_steps(programme, section), start=1):
        own = [unit for unit in units if unit.clause == step.path]
        dates = list(dict.fromkeys(date for unit in own for date in _DATE.findall(unit.body)))
        printed = step.title or _shorten(own[0].body)
        dated = dated or bool(dates)
        if times and dates and not _DATED_ALREADY.search(printed):
            printed += f"（{'、'.join(dates)}）"
        said.append(f"{number}.{printed}")
        cited += [unit for place, unit in enumerate(own) if place == 0 or (times and _DATE.search(unit.body))]
    text = f"“{section.title}”共{len(said)}项：" + "；".join(said)
    yield Claim(programmes=(programme.id,), text=text, units=tuple(cited), derived=True)
    if times and not dated:
        yield Claim(programmes=(programme.id,), text="这几项都没有标注完成时间", units=tuple(cited), derived=True)


def _shorten(body: str) -> str:
    """Return the first phrases of an item that has no title."""
    phrases = re.findall(r"[^，；。]+[，；。]?", body)
    text = ""
    for phrase in phrases:
        if text and len(text + phrase) > _BRIEF:
            break
        text += phrase
    return text.rstrip("，；。 ")
