"""A sentence or a question brought down to the phrase that a title can ask about."""

import re
from dataclasses import replace

from assistant.writing.title_clauses import find_subject, read_clause, read_predicate, read_quality, strip_speaker
from assistant.writing.title_parts import TitleParts, read_phrase
from assistant.writing.title_words import DONE, LOWER, MAKE, RAISE

_ASKS = r"(?:究竟|到底)?(?:如何|怎样|怎么样|怎么|咋|为什么|为何|何以|因何|是否|能否|可否|会否)"
_HOW = re.compile(
    rf"^(?P<subject>.*?)(?:会|将|应|应该|能|可以|需要|该|要|又|是)?(?P<word>{_ASKS})(?:才能够?|能够?|可以|应该?|去|来|会|是)?(?P<goal>.+)$"
)
_WHAT = re.compile(
    r"^(?P<what>.{2,}?)(?:究竟|到底)?(?:是|有|由|受|取决于|存在|遵循|包含|来自|源于)(?:着)?(?:什么|哪些|何种|哪种|怎样的|何)(?:[\u4e00-\u9fff]{0,6})?$"
)
_WHICH = re.compile(
    r"^(?P<place>.*?)(?:究竟|到底)?(?:哪些|哪种|哪个|何种|什么|什么样的)(?P<noun>[\u4e00-\u9fff]{0,8}?)"
    r"(?P<verb>决定|控制|影响|制约|驱动|调控|支配|限制|导致|引起|维持|主导|促进|抑制)(?:了|着)?(?P<what>.{2,})$"
)
_SOFT_END = re.compile(r"(?:的)?(?:吗|呢|(?<![什怎])么|的)$")
_THEREFORE = re.compile(r"，(?:从而|进而|最终|因而|并|就会|会)*(?=导致|造成|引起|引发|使得|影响|制约|威胁|限制)")
"""A clause that goes on with what the one before does."""
_HAS_QUALITY = re.compile(r"^(?P<what>.{3,}?)(?:很|较|非常|十分|都|比较|更)?[强弱高低大小多少快慢好差长短]$")
_PRONOUN = re.compile(r"的?(?:其|其中的?|这|该|具体|内在|背后的?)*(?:原因|机制|机理|规律|原理|道理|缘由)")
"""What is unknown about what the clause before tells."""
_MATTERS = re.compile(r"^(?P<what>.{2,10}?)是.*(?:需求|战略|任务|大事|底线)$")
_STEP = re.compile(rf"(?P<step>{DONE})(?:工艺|技术|装备)")
"""A step of production that a later clause complains of."""
_OWNED = 7
"""A goal whose object is no longer than that lacks its owner: 提高成像质量."""


_HELPLESS = re.compile(r"，?(?:该|应|应该)?(?:怎么|咋|怎样|如何)(?:办|整|解决|处理|应对|回事|弄|搞)(?:呢|才好|才行)?$")
_THIS_MATTER = re.compile(r"(?:这个事|这件事情?|这事儿?|这个问题|这种情况)$")
_WHY = re.compile(r"为什么|为何|何以|因何")
_EITHER = re.compile(r"是.{1,12}还是")
_WHERE = re.compile(r"(?:都|又|究竟|到底)?(?:上|去)了?哪(?:儿|里)?(?:去)?了?$")
_AMOUNTS = {
    "大": "规模",
    "多": "数量",
    "少": "数量",
    "快": "速度",
    "深": "深度",
    "远": "距离",
    "长": "长度",
    "厚": "厚度",
}
_HOW_MUCH = re.compile(rf"(?:究竟|到底)?(?:有|能)?多(?P<what>[{''.join(_AMOUNTS)}])$")
_FORESEE = re.compile(r"^(?:提前|预先|事先)(?:知道|发现|判断|晓得)$")


def read_question(question: str) -> TitleParts:
    """Return what a question asks about."""
    if (said := _HELPLESS.sub("", question)) and said != question:
        return read_sentence(said) if is_sentence(said) else replace(read_phrase(said), head="state")
    if _EITHER.search(question):
        return TitleParts(topic=re.sub(r"究竟|到底", "", question), head="claim", object=question, focus=question)
    if question.endswith("吗") or re.search(r"是否|有没有", question):
        claim = re.sub(r"吗$|有没有", lambda found: {"有没有": "是否有"}.get(found.group(), ""), question)
        return TitleParts(topic=claim, head="claim", object=claim, focus=claim)
    question = _WHERE.sub("", question)
    question = _HOW_MUCH.sub(lambda found: f"的{_AMOUNTS[found['what']]}", question)
    text = re.sub(r"(?<=[的响用系])(?:如何|怎样|怎么样)$", "", _SOFT_END.sub("", question))
    if found := _WHAT.match(text):
        return read_phrase(found["what"])
    if found := _WHICH.match(text):
        return read_phrase(found["place"].strip("，") + found["what"].removesuffix("的发生"))
    if found := _HOW.match(text):
        subject, goal = _THIS_MATTER.sub("", found["subject"].strip("，、")), found["goal"].strip("，")
        if _WHY.search(found["word"]) and subject:
            return TitleParts(topic=f"{subject}{goal}", head="state", object=subject, focus=goal)
        if subject and _FORESEE.match(goal):
            return replace(read_phrase(subject), head="done", focus="预测", verb="提前预测")
        return read_predicate(subject, _cut_goals(goal))
    return read_phrase(text)


def read_sentence(sentence: str) -> TitleParts:
    """Return the point of a statement: what is needed, unknown, difficult, poor, or said to act on something else.

    A text without any of that is read as a phrase.
    """
    joined = _THEREFORE.sub("", sentence)
    clauses = [strip_speaker(clause) for clause in re.split(r"[，；。;,]|(?<=[低高差大弱慢短])、", joined)]
    clauses = [clause for clause in clauses if len(clause) > 1]
    readings = [(reading, index) for index, clause in enumerate(clauses) if (reading := read_clause(clause))]
    if not readings:
        return read_phrase(max(clauses, key=len, default=sentence))
    (_, parts), index = min(readings, key=lambda one: (one[0][0], -one[1]))
    told = next((one for (_, one), place in readings if place < index and one.head == "influence"), None)
    if told and parts.topic.startswith("其"):
        return told
    if parts.focus == "国产化" and (step := _STEP.search("，".join(clauses[index + 1 :]))):
        return replace(parts, topic=f"{parts.object}{step['step']}工艺国产化")
    if _PRONOUN.fullmatch(parts.topic) and index:
        before = "，".join(clauses[:index])
        told = re.sub(r"(?:会|将|能够|可以|能)(?=[\u4e00-\u9fff]{2})", "", clauses[0])
        return TitleParts(topic=told, head="state", object=find_subject(before) or told, focus=told)
    return _lend_subject(parts, clauses[:index])


def _cut_goals(goal: str) -> str:
    """Return the first of several goals: one title asks one thing."""
    first, *others = re.split(rf"[、，](?:并且?|而且|同时|还要|又)*(?=(?:{RAISE}|{LOWER}|{MAKE}))", goal)
    return first if others and len(first) > len("提高") else goal


def is_sentence(text: str) -> bool:
    """Say whether the text states something, rather than naming it."""
    return bool(re.search(r"[，；。]", text)) or read_clause(text) is not None


def _lend_subject(parts: TitleParts, before: list[str]) -> TitleParts:
    """Give a goal without owner, or with 其, what the clause before is about."""
    own = re.sub(r"^(?:其|该|这|此)(?:种|类|一)?", "", parts.topic)
    owner = next((owner for clause in reversed(before) if (owner := _find_owner(clause))), "")
    if not owner or (own == parts.topic and (len(own) > _OWNED or "的" in own)):
        return parts
    owner = owner[:-2] if own.startswith(owner[-2:]) else owner
    owner = f"影响{owner}" if re.search(r"(?:安全|质量|效率|可靠性|稳定)$", owner) else owner
    return replace(read_phrase(f"{owner}的{own}"), verb=parts.verb, setting=parts.setting)


def _find_owner(clause: str) -> str:
    """Return whose property may be spoken of after this clause; empty where that is not seen."""
    if reading := read_quality(clause):
        return reading[1].object
    if found := _MATTERS.match(clause):
        return found["what"]
    if found := _HAS_QUALITY.match(clause):
        return read_phrase(found["what"]).object
    return find_subject(clause)
