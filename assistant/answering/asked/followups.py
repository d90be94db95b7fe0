"""A question that leans on the conversation, made whole: what it leaves out is taken from the question before it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from assistant.answering.asked.scope import Scope, find_scope, find_years
from assistant.answering.asked.slots import find_slots
from assistant.answering.asked.wording import mend_typing
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.domain.answer import Turn
from assistant.numbered import Ordinal, find_ordinals, list_items
from assistant.text import squash

_OPENING = re.compile(
    r"^(?:那么?|那要是|那如果|然后|还有|另外|再问一?下?|换成|换做|如果换成|如果是|如果|要是|改成|至于|哦|好的?)[，,]?"
)
_ENDING = re.compile(
    r"(?:呢|行不行|行吗|行么|可以吗|可以么|可不可以|能行吗|也行吗|也可以吗|也一样吗|一样吗|怎么样|怎样)?[？?。!！]*$"
)
_POINTS_BACK = re.compile(r"它|该|这个|那个|这项|那项|这些|那些|上面|上述|刚才|其中|前者|后者|每[个项家]|各(?!种|地)")
_SHORT = 6
"""Characters; so short a question leans on the one before, whatever it says."""
_PHRASE = 16
"""Characters up to which the words between 那 and 呢 name a thing in place of another."""
_YEAR_ALONE = re.compile(r"(?:20)?[12]\d年?(?:的|度|版)?(?:那次|那年|那份|通知|指南|征集)?(?:的|也)?")
_YEAR = re.compile(r"20[12]\d|(?<!\d)[12]\d(?=年|版|届)")
_NUMERAL = r"[一二三四五六七八九十\d]{1,3}"
_REFERENCE = re.compile(rf"附件[一二三四五六七八九\d]|[一二三四五六七八九十]、\d|[（(]{_NUMERAL}[）)]")
_ASKING = re.compile(
    r"什么时候|什么时间|什么|(?:找|问|联系)谁|多少[个家位条项]?|[几哪](?:[个家位条项号天年些里儿种次页份]|部分|方面)?|谁|怎么样?|如何|何时|是否|能不能|能否|"
    r"可否|可不可以|有没有|要不要|需不需要|截止|截至|到期|最[多少晚早]|至少|[吗呢？?]"
)
_ANCHOR = re.compile(
    r"能不能|能否|可否|可不可以|能(?![源力量])|可以|需要|需不需要|要不要|必须|应当|应该|是不是|是否|有没有|最[多少晚早大]|至少|不?超过|"
    r"多少|几|什么|怎|如何|何时|谁|哪|限"
)
"""Words with which the predicate of a question begins; what is asked about stands right before."""
_BOUNDARY = re.compile(r"[，,。；;：:？?！!、]|的|里面?|中|上|年|[一每这那][个份条项家]|专项|指南|榜单?|通知")
_CALLED = r"[”\w]{0,4}?(?:这个|那个|的)?(?:重点)?(?:专项|指南|计划|榜单?|通知)?"
_SOCIETIES = re.compile(r"(?:企业|地方|基层|[省市县区]级?)科协")
"""Bodies whose name holds that of the one that calls."""
_GENERIC = re.compile(r"专项|指南|榜单?|通知|计划|项目|国家|重点|重大|课题|这个|那个|那|[的呢也]|\d+年?")
_OPEN = frozenset({"what", "yesno", "list", "procedure", "definition"})
"""Slots that words fill without saying which value is wanted."""
_MEANT = 0.5
"""Share of a question's pairs of letters, among those that any notice uses, that a notice has to use to be meant."""


def fold(question: str) -> str:
    """Return the question in one width and case, without white space, typing errors mended."""
    return mend_typing(squash(unicodedata.normalize("NFKC", question)).lower())


def take_over(text: str, history: Sequence[Turn], corpus: Corpus) -> str:
    """Return a question that leans on those before as a whole question.

    Args:
        text: the question, folded.
        history: earlier turns, the oldest first; each earlier question is itself made whole first.
        corpus: sentences of the catalogue, whose programmes a question may name.
    """
    whole, reply = "", ""
    for turn in history:
        if turn.role == "user":
            whole, reply = _join(whole, reply, fold(turn.content), corpus), ""
        else:
            reply = turn.content
    return _join(whole, reply, text, corpus)


@lru_cache(maxsize=2048)
def _join(before: str, reply: str, text: str, corpus: Corpus) -> str:
    if not before or not text:
        return text
    bare = _ENDING.sub("", _OPENING.sub("", text))
    leaves_out = bare != text.rstrip("？?。!！") or len(text) <= _SHORT
    if _YEAR_ALONE.fullmatch(bare) and (years := find_years(text)):
        return _YEAR.sub(str(years[0]), before) if _YEAR.search(before) else f"{years[0]}年{before}"
    own = find_scope(_SOCIETIES.sub("", text), corpus.catalogue)
    if own.named:
        return _with_programme(before, bare, own, corpus) if leaves_out else text
    if own.years:
        return f"{_names_in(before, corpus)}{text}"
    if ordinals := find_ordinals(text):
        return _at_place(before, reply, text, ordinals, corpus)
    if _REFERENCE.fullmatch(bare) and _REFERENCE.search(before):
        return _REFERENCE.sub(bare, before, count=1)
    if leaves_out and len(bare) <= _PHRASE and not _is_predicate(bare):
        if any(wanted.slot not in _OPEN for wanted in find_slots(bare)):
            return f"{_as_context(before, corpus)}{text}"
        return _in_place(before, bare) or f"{before}，{text}"
    if leaves_out or _POINTS_BACK.search(text):
        return f"{_as_context(before, corpus)}，{text}"
    return f"{_scope_of(before, corpus)}{text}" if _stays(before, text, corpus) else text


def _with_programme(before: str, bare: str, own: Scope, corpus: Corpus) -> str:
    """Return the earlier question asked of another programme; a question with more than the name stands alone."""
    rest = bare
    for word in sorted((*own.words, own.missing), key=len, reverse=True):
        rest = rest.replace(word, "") if word else rest
    if len(_GENERIC.sub("", rest)) > 1:
        return bare
    earlier = max(find_scope(before, corpus.catalogue).words, key=len, default="")
    known = {one.info.year for one in own.programmes}
    kept = before if {*find_years(before)} <= known or own.years else re.sub(r"(?:20)?[12]\d年度?的?", "", before)
    swapped, count = re.subn(re.escape(earlier) + _CALLED, lambda _: bare, kept, count=1) if earlier else (kept, 0)
    return swapped if count else f"{bare}，{kept}"


def _at_place(before: str, reply: str, text: str, ordinals: Sequence[Ordinal], corpus: Corpus) -> str:
    """Return a question about the second of something: a clause like the one before, or an item of the reply."""
    first = ordinals[0]
    earlier = [one for one in find_ordinals(before) if one.unit == first.unit]
    if earlier and len(ordinals) == 1:
        return before[: earlier[-1].start] + text[first.start : first.end] + before[earlier[-1].end :]
    items = list_items(reply)
    if items and -1 <= first.number <= len(items):
        item = fold(items[first.number - (first.number > 0)])
        asked = text[: first.start] + item + text[first.end :]
        return f"{_scope_of(before, corpus)}{_OPENING.sub('', asked)}"
    return f"{_scope_of(before, corpus)}{text}"


def _in_place(before: str, thing: str) -> str:
    """Return the earlier question asked of another thing; empty where it is not plain what that is put in place of."""
    start = max((place for place in map(before.rfind, "，,。？?；;") if place < len(before) - 1), default=-1) + 1
    anchor = _ANCHOR.search(before, start)
    if anchor is None or thing.endswith("的"):
        return ""
    head = max((one.end() for one in _BOUNDARY.finditer(before, start, anchor.start())), default=start)
    return before[:head] + thing + before[anchor.start() :] if head < anchor.start() else ""


def _as_context(before: str, corpus: Corpus) -> str:
    """Return what the earlier question was about, without its asking."""
    return _ASKING.sub("", before).rstrip("是的，,。；;") or _scope_of(before, corpus)


def _is_predicate(bare: str) -> bool:
    """Say whether the words ask by themselves, instead of naming a thing."""
    return _ANCHOR.search(bare) is not None or bare.startswith("会") or bare.endswith(("吗", "么"))


def _scope_of(before: str, corpus: Corpus) -> str:
    years = "、".join(f"{year}年" for year in find_years(before))
    return f"{years}{_names_in(before, corpus)}"


def _names_in(before: str, corpus: Corpus) -> str:
    """Return the longest name of a programme in a question, with what it is called; empty where it has none."""
    longest = max(find_scope(before, corpus.catalogue).words, key=len, default="")
    found = re.search(re.escape(longest) + _CALLED, before) if longest else None
    return f"{found[0]}的" if found else ""


def _stays(before: str, text: str, corpus: Corpus) -> bool:
    """Say whether a whole question without a scope of its own is about the programme of the one before."""
    scope = find_scope(before, corpus.catalogue)
    if not (scope.named or scope.years) or not scope.programmes:
        return False
    users = [corpus.language.users(pair) for pair in set(pairs_of(text))]
    own = sum(any(one.id in using for one in scope.programmes) for using in users)
    return own >= _MEANT * sum(map(bool, users))
