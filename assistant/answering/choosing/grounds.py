"""What each fitted reason adds to a sentence's score and to the decision to answer, under Chinese names."""

import numpy as np

from assistant.answering.choosing.deciding import Decision
from assistant.answering.choosing.fitted import DECISION, OFFSET, WEIGHTS
from assistant.answering.choosing.measures import MEASURES, Measures
from assistant.answering.choosing.signals import SIGNALS
from assistant.domain.explanation import Share

_MOST = 6
"""Reasons of a sentence that are shown."""
_SHOWN = 0.005
"""Size below which a reason is shown as nothing, and so left out."""
OF_SENTENCES = {
    "words": "相同的词",
    "words_beside": "另一问的词",
    "above": "上级标题里的词",
    "above_beside": "上级标题里另一问的词",
    "concepts": "所问的事",
    "concepts_beside": "另一问所问的事",
    "pointed": "问题点名的条款",
    "value": "含所要的内容",
    "found": "检索的得分",
    "asked": "与最近的写好问法相似",
    "asked_crowd": "与多个写好的问法相似",
    "asked_centre": "与写好问法的中心相似",
    "deadline": "截止日期所在",
    "form": "表格的栏目",
    "particular": "只管一类项目或人",
    "modal": "许可或禁止的句式",
    "defines": "定义的句式",
    "lacking": "缺所问的事",
    "calling": "问题叫到这份通知",
    "lag": "不像这类通知的用语",
    "heading": "标题",
    "table": "表格",
    "row": "往年清单的一行",
    "area": "指南的领域",
    "direction": "方向的题目",
    "content": "研究内容",
    "indicator": "考核指标",
}
"""Names of the columns of `measures.MEASURES`."""
OF_DECISIONS = {
    "score": "句子的得分",
    "needed": "说的是所问的事",
    "topical": "说的是所问的对象",
    "valued": "含所要的内容",
    "strict": "要的是具体的值",
    "silent_centre": "与没有写明的事的中心相似",
    "silent_odds": "用词像没有写明的事",
    "told": "问题里有多少是这一句和它的问法说到的",
    "untold": "问题里这一句没有说到的词",
    "asks": "这一句写好的问法的多少",
    "near_silent": "与任何通知没有写明的一问相似",
    "many_silent": "与没有写明的许多问法相似",
    "no_value": "要确切的值而句里没有",
    "no_measure": "要某种计量而句里没有",
    "unspoken": "问是否而句里没有说到",
    "of_another": "问的是另一些人",
    "measures_another": "问的是方向里没有的数",
    "another_blank": "问的是另一栏",
    "no_place": "问到的地方通知里没有",
}
"""Names of the figures of `signals.SIGNALS`."""


def explain_sentence(measures: Measures, place: int) -> tuple[Share, ...]:
    """Return what the reasons add to the score of the sentence at that place of the corpus, the largest first."""
    row = int(np.flatnonzero(measures.places == place)[0])
    values = measures.columns[row] * np.asarray([WEIGHTS[name] for name in MEASURES])
    named = zip((OF_SENTENCES[name] for name in MEASURES), values.tolist(), strict=True)
    return _largest([Share(name=name, value=round(value, 3)) for name, value in named])[:_MOST]


def explain_decision(decision: Decision) -> tuple[Share, ...]:
    """Return what the figures add to the odds that the notices answer, the largest first, the starting point last."""
    pairs = zip(SIGNALS, decision.figures, strict=True)
    shares = [Share(name=OF_DECISIONS[name], value=round(DECISION[name] * figure, 3)) for name, figure in pairs]
    return (*_largest(shares), Share(name="起点", value=OFFSET))


def _largest(shares: list[Share]) -> tuple[Share, ...]:
    shown = [share for share in shares if abs(share.value) >= _SHOWN]
    return tuple(sorted(shown, key=lambda share: -abs(share.value)))
