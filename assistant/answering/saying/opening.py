"""能不能 and 要不要 answered in a word, where the clause decides it plainly and nowhere else."""

import re
from collections.abc import Sequence

from assistant.answering.asked.question import Part, count_pairs
from assistant.answering.saying.claims import Claim
from assistant.answering.saying.phrases import binds_next, split_phrases
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.domain.task import Opening
from assistant.text import normalise

_MAY = re.compile(r"(?:能不能|能否|可不可以|可否|可以.{0,12}[吗么]|能.{0,24}[吗么]|行不行|允许)")
_NEED = re.compile(r"要不要|需不需要|用不用|必须.{0,14}[吗么]|(?:需要|要).{0,14}[吗么]|是否(?:需要|必须|要)")
_ASKS_FOR_NOT = re.compile(r"(?:可以|能|要|必须).{0,10}[不没]|不.{0,8}(?:行|可以|能)")
_MORE = re.compile(r"(?<!好)几|[哪谁]|多少|什么|怎|何时")
"""Asks for more than yes or no."""
_FORBIDS = re.compile(r"不(?:再)?(?:下设|设(?!上限|限))|不得|不能|不可(?!或缺)|不予|不再|不接受|不允许|谢绝")
_ALLOWS = re.compile(r"(?:可(?![能不否靠行])|可以|均可|鼓励)(?!.*(?:须|应当|必须))")
_DEMANDS = re.compile(r"须|必须|应(?![用急对])|应当|需(?![求要])|需要")
_SPARES = re.compile(r"不需|无需|无须|不必|不要求")
_SOFT = re.compile(r"除|但|特殊")
"""Takes something back, so that no word answers."""
_MOSTLY = re.compile(r"原则上|一般")
_SOFTENED: dict[Opening, Opening] = {"yes": "yes_mostly", "no": "no_mostly", "need": "need_mostly"}
_ALONE = re.compile(r"(?:自己|直接|个人|自行|独立|单枪匹马|越过.{1,8})[^,。]{0,6}(?:报|提交|投|推荐|交)|自荐")
"""Asks whether somebody may hand in without those through whom it is done."""
_THROUGH = re.compile(
    r"(?:需|须|应|由|通过|经)[^，。；]{0,14}(?:联系|推荐|组织)[^，。；]{0,12}(?:单位|部门|学会|推荐|申报|提交)|组织(?:征集推荐|申报|[^，。；]{1,40}推荐工作)"
)
_OUTSIDE = re.compile(r"(?:不在|不属于|没在|没进|不算)[^,。]{1,12}|之外|以外")
_MAY_LEAVE = re.compile(r"(?:可以|能|是不是|是否)[^,。]{0,4}不|(?:必须|一定|要不要|也要|还要|需要|用)[^,。]{0,8}[吗么]")
_NUMBERED = re.compile(r"\d+(?:个|家|项)[^，。；]{0,16}(?:必须|须|应当?)")
"""Demands something of so many alone."""
INFERRED: frozenset[Opening] = frozenset({"indirect", "others", "within", "beyond"})
"""Openings that no clause says in so many words."""
_COUNTED = r"(?P<number>\d+)(?:[个]?(?P<unit>字|人|名|位|家|页|年|篇|岁)|个(?:英文)?(?P<noun>关键词|专家|单位|课题))"
_ASKED_NUMBER = re.compile(_COUNTED)
_AT_MOST = re.compile(rf"(?:不超过|不多于|至多|最多|不得超过|限){_COUNTED}")
_AT_LEAST = re.compile(rf"(?:不少于|不低于|至少){_COUNTED}")
_EACH = re.compile(r"每|各|分别")
_BARRED = re.compile(r"[几哪谁]|多少|什么|怎|何时|以上|以下|超过|不到|少于|多于")
"""Asks for more than whether a number may be."""
_SAME = {"名": "人", "位": "人", "专家": "人", "单位": "家"}
"""Counting words and things that count the same."""
_BRACKETS = re.compile(r"[(（][^)）]*(?:不含|不包括|除)[^)）]*[)）]")
_ASKED_ALIKE = 0.6
"""Likeness to a question written for the sentence from which its one word for it decides, whatever else it says."""
_SHARE = 0.3
"""Share of the question's words, by weight, that the deciding phrase must hold."""

_SHARE_OF_ONE = 0.2
"""The same where the sentence is one phrase, so that it must be about what is asked."""


def open_answer(claims: Sequence[Claim], question: str, corpus: Corpus) -> Opening:
    """Return the answer in a word; empty where the question wants none or no clause decides it plainly.

    Args:
        claims: what was found; where several notices answer, all of them have to decide it alike.
        question: the whole question, normalised.
        corpus: weighs the words.
    """
    part = claims[0].part
    own = [claim for place, claim in enumerate(claims) if claim.part is part and not _goes_on(claim, claims[:place])]
    if part is None or not all(claim.said for claim in own):
        return ""
    words: set[Opening] = {
        _open_specially(question, claim.said[0].words) or _open(claim, part, corpus) for claim in own
    }
    return words.pop() if len(words) == 1 else ""


def _goes_on(claim: Claim, before: Sequence[Claim]) -> bool:
    """Say whether notices that have answered already say something besides."""
    return set(claim.programmes) <= {programme for other in before for programme in other.programmes}


def _open(claim: Claim, part: Part, corpus: Corpus) -> Opening:
    asked = part.text
    phrases = split_phrases(claim.said[0].words)
    if _ASKS_FOR_NOT.search(asked) or _MORE.search(asked) or not (_MAY.search(asked) or _NEED.search(asked)):
        return ""
    if any(map(_SOFT.search, phrases)) or _excepts(claim, part):
        return ""
    read = _may if _MAY.search(asked) else _need
    shares = [_share(phrase, part, corpus) for phrase in phrases]
    place = shares.index(max(shares))
    word = read(phrases[place]) if shares[place] >= (_SHARE if len(phrases) > 1 else _SHARE_OF_ONE) else ""
    if not word and is_asked(claim.said[0].units[0], part, corpus, _ASKED_ALIKE):
        deciding = [number for number, phrase in enumerate(phrases) if read(phrase)]
        place = deciding[0] if len({read(phrases[number]) for number in deciding}) == 1 else place
        word = read(phrases[place])
    if place and binds_next(phrases[place - 1]) and not _MOSTLY.search(phrases[place - 1]):
        return ""
    return _SOFTENED.get(word, word) if any(map(_MOSTLY.search, phrases[: place + 1])) else word


def is_asked(unit: Unit, part: Part, corpus: Corpus, least: float) -> bool:
    """Say whether a question written for the sentence is at least so like the one asked, 0 to 1."""
    asked = corpus.asking.nearest(corpus.asking.read(part.bare))
    places = (place for place in corpus.own[unit.programme] if corpus.units[place] == unit)
    return any(asked[place] >= least for place in places)


def _excepts(claim: Claim, part: Part) -> bool:
    """Say whether brackets in the sentence take out what is asked about (不含课题负责人)."""
    inside = {pair for brackets in _BRACKETS.findall(claim.said[0].units[0].body) for pair in pairs_of(brackets)}
    return any(pair in inside for pair in count_pairs(part.runs))


def _open_specially(asked: str, words: str) -> Opening:
    """Return that a way leads through others, that a limit is kept or not, or that what some must others need not."""
    if _MAY.search(asked) and (within := _compare(asked, normalise(words))):
        return within
    if _ALONE.search(asked) and _MAY.search(asked) and _THROUGH.search(words):
        return "indirect"
    if _OUTSIDE.search(asked) and _MAY_LEAVE.search(asked) and _NUMBERED.search(words):
        return "others"
    return ""


def _compare(asked: str, words: str) -> Opening:
    """Return whether the one number of a question keeps to the one limit on its kind that the words lay down."""
    numbers = list(_ASKED_NUMBER.finditer(asked))
    most, least = list(_AT_MOST.finditer(words)), list(_AT_LEAST.finditer(words))
    if len(numbers) != 1 or len(most) + len(least) != 1 or _EACH.search(words) or _BARRED.search(asked):
        return ""
    limit = (*most, *least)[0]
    if _call(limit) != _call(numbers[0]):
        return ""
    number, bound = int(numbers[0]["number"]), int(limit["number"])
    return "within" if (number <= bound if most else number >= bound) else "beyond"


def _call(counted: re.Match[str]) -> str:
    called = counted["unit"] or counted["noun"]
    return _SAME.get(called, called)


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
