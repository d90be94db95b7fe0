"""能不能 and 要不要 answered in a word, where the clause decides it plainly and nowhere else."""

import re
from collections.abc import Sequence

from assistant.answering.claims import Claim
from assistant.answering.corpus import Corpus, pairs_of
from assistant.answering.phrases import split_phrases
from assistant.answering.question import Part, count_pairs
from assistant.domain.task import Opening
from assistant.text import normalise

_MAY = re.compile(r"(?:能不能|能否|可不可以|可否|可以.{0,12}[吗么]|能.{0,24}[吗么]|行不行|允许)")
_NEED = re.compile(r"要不要|需不需要|用不用|必须.{0,14}[吗么]|(?:需要|要).{0,14}[吗么]|是否(?:需要|必须|要)")
_ASKS_FOR_NOT = re.compile(r"(?:可以|能|要|必须).{0,10}[不没]|不.{0,8}(?:行|可以|能)")
_MORE = re.compile(r"(?<!好)几|[哪谁]|多少|什么|怎|何时")
"""Asks for more than yes or no."""
_FORBIDS = re.compile(r"不得|不能|不可(?!或缺)|不予|不再|不接受|不允许|谢绝")
_ALLOWS = re.compile(r"(?:可(?![能不否靠行])|可以|均可|鼓励)(?!.*(?:须|应当|必须))")
_DEMANDS = re.compile(r"须|必须|应(?![用急对])|应当|需(?![求要])|需要")
_SPARES = re.compile(r"不需|无需|无须|不必|不要求")
_SOFT = re.compile(r"原则上|一般|除|但|特殊")
_SHARE = 0.3
"""Share of the question's words, by weight, that the deciding phrase must hold."""

_SHARE_OF_ONE = 0.2
"""The same where the sentence is one phrase, so that it must be about what is asked."""


def open_answer(claims: Sequence[Claim], corpus: Corpus) -> Opening:
    """Return the answer in a word; empty where the question wants none or no clause decides it plainly."""
    part = claims[0].part
    if part is None or any(claim.part is part for claim in claims[1:]) or not claims[0].said:
        return ""
    asked = part.text
    if _ASKS_FOR_NOT.search(asked) or _MORE.search(asked) or not (_MAY.search(asked) or _NEED.search(asked)):
        return ""
    phrases = split_phrases(claims[0].said[0].words)
    deciding = max(phrases, key=lambda phrase: _share(phrase, part, corpus))
    least = _SHARE if len(phrases) > 1 else _SHARE_OF_ONE
    if _share(deciding, part, corpus) < least or any(map(_SOFT.search, phrases)):
        return ""
    return _may(deciding) if _MAY.search(asked) else _need(deciding)


def _may(phrase: str) -> Opening:
    forbids, allows = _FORBIDS.search(phrase), _ALLOWS.search(phrase)
    if forbids and not allows:
        return "no"
    return "yes" if allows and not forbids else ""


def _need(phrase: str) -> Opening:
    if _SPARES.search(phrase):
        return "need_not"
    return "need" if _DEMANDS.search(phrase) and not _FORBIDS.search(phrase) else ""


def _share(phrase: str, part: Part, corpus: Corpus) -> float:
    """Return the share of the part's words, by weight, that the phrase holds."""
    own = frozenset(pairs_of(normalise(phrase)))
    asked = {pair: corpus.weigh(pair) for pair in count_pairs(part.runs)}
    return sum(weight for pair, weight in asked.items() if pair in own) / (sum(asked.values()) or 1)
