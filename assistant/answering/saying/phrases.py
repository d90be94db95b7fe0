"""The phrases of a sentence, and which of them cannot stand without which others."""

import re
from collections.abc import Iterable, Sequence

_OPENS, _CLOSES = "（(《〔【「『“", "）)》〕】」』”"
_MARKS = "，,；;。"
_ENDS = "；;。"
_CONDITION = re.compile(
    r"^(?:除|如(?!何|下)|若|凡|当(?!年)|对于|针对|原则上.?$|经.+后.?$|在.+[中下内时].?$|通过.+(?:环节|方式|形式|等).?$)"
    r"|(?:外|[^目]的|时|者|后|情况下|为主题|原则上|之日起|阶段|由[^，]*[、和][^，]*[长会人位员家门局部])[，,]$"
)
"""A phrase that says when or for whom the next one holds."""
_OPENS_SENTENCE = re.compile(r"^(?:除|原则上.$|如(?!何|下)|若|凡|针对)|(?:方向|条件|情况)下[，,]$")
"""A condition that holds for all that follows in its sentence."""
_EXCEPTION = re.compile(
    r"^(?:但|除|不含|例外|确有|确需|否则|特殊|仅)|除外|不受.{0,12}限|另有(?:规定|说明)|特殊(?:情况|说明)|例外"
)
"""A phrase that takes something back: the rule before it is wrong without it."""
_LEANS_BACK = re.compile(
    r"^(?:至|到|止|或(?:者)?|以及|及|和|即|包括|分别|具体|下同)|^不(?:含|包括)|^[与同][^，]{2,16}(?:一致|相同)"
)
_BARE = re.compile(
    r"^(?:其中|此外|同时|另外|原则上|并且?|且|也|均|都|还|仅|只|最多|至少|至多|不(?:得|超|少|低|高|予|再|限|可|能|需|必)|应|须|需|可|"
    r"必须|必需|由|负责|限|为|是|于|将|给予|要|审定|审核|对)"
)
"""The beginning of a phrase without a subject of its own."""
_PREDICATE = re.compile(r"^(?:原则上|不得|不能|不可|不予|不再|应|须|需(?!求)|必须|可(?!行)|为|是|限|均|都|也)")
"""The beginning of a phrase that is the verb of the one right before it."""
_JOINT = re.compile(r"^(?:(?:其中|此外|同时|另外|并且|并(?![列行网购发])|且)[，,]?)")
_REACH = 48
"""Characters up to which the phrases between a subject and its verb are repeated with both."""


def split_phrases(text: str) -> list[str]:
    """Return the phrases, each with its mark; marks in brackets and quotation marks do not part. Joined: the text."""
    phrases, start, depth = list[str](), 0, 0
    for place, letter in enumerate(text):
        depth = max(0, depth + (letter in _OPENS) - (letter in _CLOSES))
        if depth == 0 and letter in _MARKS and not _is_inside_number(text, place):
            phrases.append(text[start : place + 1])
            start = place + 1
    return [*phrases, text[start:]] if text[start:] else phrases


def keep_whole(phrases: Sequence[str], chosen: Iterable[int], *, titled: bool = False) -> list[int]:
    """Return the chosen phrases with those that they need: conditions, exceptions, near subjects.

    Args:
        phrases: all of the text.
        chosen: places of those that answer.
        titled: True where a title names the subject of the first sentence, so that no phrase of it must.
    """
    kept: set[int] = set()
    for place in chosen:
        kept |= _with_needs(phrases, place, titled=titled)
    for place in sorted(kept):
        kept |= _conditions_of_sentence(phrases, place) | _exceptions_behind(phrases, place)
    return sorted(kept)


def lacks_subject(phrase: str) -> bool:
    """Say whether the phrase begins with a verb or a joint."""
    return _BARE.match(phrase) is not None


def binds_next(phrase: str) -> bool:
    """Say whether the phrase is a condition of the one behind it."""
    return _CONDITION.search(phrase) is not None


def binds_last(phrase: str) -> bool:
    """Say whether the phrase limits the one before it, ends it, or is its verb."""
    return takes_back(phrase) or any(pattern.match(phrase) for pattern in (_LEANS_BACK, _PREDICATE))


def takes_back(phrase: str) -> bool:
    """Say whether the phrase is an exception, without which what stands before it is wrong."""
    return _EXCEPTION.search(phrase) is not None


def join_phrases(phrases: Sequence[str], kept: Sequence[int]) -> str:
    """Return the kept phrases as one text without a joint at its beginning or a mark at its end."""
    text = "".join(phrases[place] for place in kept)
    return re.sub(r"[\s。；，、;,：:]+$", "", _JOINT.sub("", text))


def _is_inside_number(text: str, place: int) -> bool:
    return text[place] == "," and text[place + 1 : place + 2].isdigit() and text[max(0, place - 1)].isdigit()


def _with_needs(phrases: Sequence[str], place: int, *, titled: bool = False) -> set[int]:
    first = last = place
    titled = titled and not any(map(_ends, phrases[:place]))
    while first > 0 and not _ends(phrases[first - 1]) and _needs_last(phrases, first, place, titled=titled):
        first -= 1
    while last + 1 < len(phrases) and not _ends(phrases[last]) and _needs_next(phrases, last):
        last += 1
    return set(range(first, last + 1))


def _needs_last(phrases: Sequence[str], first: int, place: int, *, titled: bool) -> bool:
    before = phrases[first - 1]
    if binds_next(before) or _LEANS_BACK.match(phrases[first]) or _EXCEPTION.match(phrases[first]):
        return True
    between = sum(map(len, phrases[first - 1 : place + 1]))
    return not titled and lacks_subject(phrases[first]) and between <= _REACH


def _needs_next(phrases: Sequence[str], last: int) -> bool:
    behind = phrases[last + 1]
    return binds_next(phrases[last]) or takes_back(behind) or _LEANS_BACK.match(behind) is not None


def _ends(phrase: str) -> bool:
    return phrase[-1] in _ENDS


def _conditions_of_sentence(phrases: Sequence[str], place: int) -> set[int]:
    """Return the conditions with which the sentence of the phrase begins: they hold for all of it."""
    start = place
    while start > 0 and not _ends(phrases[start - 1]):
        start -= 1
    found: set[int] = set()
    while start < place and _OPENS_SENTENCE.search(phrases[start]):
        found.add(start)
        start += 1
    return found


def _exceptions_behind(phrases: Sequence[str], place: int) -> set[int]:
    found: set[int] = set()
    while place + 1 < len(phrases) and not _ends(phrases[place]):
        place += 1
        if _EXCEPTION.search(phrases[place]):
            found |= _with_needs(phrases, place) if _EXCEPTION.match(phrases[place]) is None else {place}
    return found
