"""An English title put into Chinese with a table of terms; what the table lacks stays as it is, marked 【待译】.

Words are translated one by one and phrases are set into the Chinese order (A of B under C: C条件下B的A). This is no
free translation: whatever does not fit this order is better left to a person.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.domain.terms import LONGEST, Terms

UNTRANSLATED = "【待译】"
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’./+-]*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_STUDY = re.compile(
    r"^(?:(?:a|an|the)\s+)?(?:study|studies|research|investigation|review|survey|analysis|exploration|progress|advances|"
    r"insights?|towards?|understanding|revealing|exploring|investigating|elucidating|developments?|on)\s+(?:(?:on|of|in|into|the)\s+)*",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:how|why|what|which|can|could|is|are|do|does|will|should|may)\b(?:\s+(?:can|could|do|does|did|is|are|should|may|will|to|we|one|it|"
    r"possible|be|the|a|an))*\s+",
    re.IGNORECASE,
)
_ACTS = {
    **dict.fromkeys(("affect", "affects", "influence", "influences", "impact", "impacts"), "影响"),
    **dict.fromkeys(("regulate", "regulates", "modulate", "modulates"), "调控"),
    **dict.fromkeys(("control", "controls", "govern", "governs", "determine", "determines"), "决定"),
    **dict.fromkeys(("drive", "drives"), "驱动"),
    **dict.fromkeys(("limit", "limits", "constrain", "constrains"), "制约"),
    **dict.fromkeys(("promote", "promotes"), "促进"),
}
_ON = re.compile(
    r"^(?P<what>effects?|impacts?|influences?)\s+of\s+(?P<cause>.+?)\s+on\s+(?P<effect>.+)$", re.IGNORECASE
)
_ROLE = re.compile(r"^roles?\s+of\s+(?P<cause>.+?)\s+in\s+(?P<effect>.+)$", re.IGNORECASE)
_FACTORS = {"limit": "制约因素", "constrain": "制约因素", "driv": "驱动因素", "caus": "成因", "": "决定因素"}
_DETERMINED = re.compile(
    r"^(?:(?:which|what)\s+)?(?:factors?\s+|mechanisms?\s+)?"
    r"(?P<verb>determines?|controls?|governs?|limits?|constrains?|drives?|causes?|sets?)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^(?P<what>.+?)\s+(?:between|of)\s+(?P<one>.+?)\s+(?:and|with)\s+(?P<other>[^,]+)$", re.IGNORECASE
)
_MUTUAL = re.compile(r"interaction|relationship|coupling|correlation|competition|symbiosis", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\s+((?:operated|operating|working|used)\s+(?:at|under|in)|(?:driven|induced|caused|triggered|enabled|assisted)\s+by|based\s+on|"
    r"of|for|in|within|under|at|during|with|by|via|through|using|from|on|towards?|against|into|to)\s+",
    re.IGNORECASE,
)
_ORDER = {
    **dict.fromkeys(("for", "towards", "toward", "to"), "面向{}的"),
    **dict.fromkeys(("in", "within", "into"), "{}中"),
    **dict.fromkeys(("at", "under"), "{}条件下"),
    **dict.fromkeys(("by", "via", "through", "using", "based on"), "基于{}的"),
    "against": "针对{}的",
    "during": "{}过程中",
    "with": "具有{}的",
    "from": "来自{}的",
    "on": "{}上",
}
_LEFT_OUT = frozenset({"a", "an", "the", "or", "is", "are", "be", "can", "could", "we"}) | frozenset(
    {"of", "for", "in", "on", "at", "to", "by", "with"}
    | {"its", "their", "his", "her", "our", "this", "that", "these", "those"}
)


def is_english(title: str) -> bool:
    """Say whether the title is written in English."""
    return not _HAN.search(title) and bool(re.search(r"[A-Za-z]{2}", title))


def translate(title: str, terms: Terms) -> str:
    """Return the title in Chinese as far as the terms reach."""
    return _translate_title(_prepare(title), terms)


def translate_parts(title: str, terms: Terms) -> Iterator[str]:
    """Yield shorter renderings of a title, the fullest first: without its last phrases, then its single phrases."""
    text = _prepare(title)
    pieces = _PREPOSITION.split(text)
    for end in range(len(pieces) - 2, 0, -2):
        yield _place(" ".join(pieces[:end]), terms)
    for phrase in pieces[::2]:
        words = phrase.split()
        yield from (_translate_words(words[start:], terms) for start in range(len(words)))


def _prepare(title: str) -> str:
    text = re.sub(r"[?!.:;\s]+$", "", " ".join(title.split()))
    return _STUDY.sub("", _QUESTION.sub("", text))


def _translate_title(text: str, terms: Terms) -> str:
    if found := _DETERMINED.match(text):
        noun = next(word for stem, word in _FACTORS.items() if found["verb"].lower().startswith(stem))
        return f"{_place(found['what'], terms)}的{noun}"
    if found := _ON.match(text):
        return f"{_place(found['cause'], terms)}对{_place(found['effect'], terms)}的影响"
    if found := _ROLE.match(text):
        return f"{_place(found['cause'], terms)}在{_place(found['effect'], terms)}中的作用"
    if (found := _BETWEEN.match(text)) and _MUTUAL.search(found["what"]):
        pair = f"{_place(found['one'], terms)}与{_place(found['other'], terms)}"
        return f"{pair}的{_translate_words(found['what'].split(), terms)}"
    words = text.split()
    for place, word in enumerate(words[1:-1], start=1):
        if word.lower() in _ACTS and not _PREPOSITION.match(f" {words[place - 1]} "):
            cause, effect = " ".join(words[:place]), " ".join(words[place + 1 :])
            return f"{_place(cause, terms)}{_ACTS[word.lower()]}{_place(effect, terms)}"
    return _place(text, terms)


def _place(text: str, terms: Terms) -> str:
    """Return a phrase with its prepositional parts set before what they belong to."""
    first, *rest = _PREPOSITION.split(text)
    verb, own = _split_verb(first, terms)
    fronts: list[str] = []
    for preposition, phrase in zip(rest[::2], rest[1::2], strict=True):
        words = _translate_words(phrase.split(), terms)
        if preposition.lower() == "of":
            own, fronts = (
                (f"{words}的{own}", fronts) if not fronts else (own, [*fronts[:-1], _insert(fronts[-1], words)])
            )
        elif words:
            fronts.append(_set_order(preposition.lower()).format(words))
    return f"{verb}{''.join(reversed(fronts))}{own}"


def _set_order(preposition: str) -> str:
    """Return where the phrase behind a preposition goes in Chinese."""
    if preposition.startswith(("operat", "work", "used")):
        return "{}条件下"
    if preposition.endswith(" by"):
        return "{}驱动的"
    return _ORDER[" ".join(preposition.split())]


def _insert(front: str, owner: str) -> str:
    """Put an owner before the noun of a phrase that has been set: 高海拔条件下 and 西藏 give 西藏高海拔条件下."""
    opening = next((word for word in ("面向", "针对", "具有", "基于", "来自") if front.startswith(word)), "")
    return f"{opening}{owner}{front.removeprefix(opening)}"


def _split_verb(text: str, terms: Terms) -> tuple[str, str]:
    """Return an opening verb, which stays in front in Chinese too, and the rest."""
    words = text.split()
    verb = _VERBS.get(words[0].lower(), "") if len(words) > 1 else ""
    return verb, _translate_words(words[1:] if verb else words, terms)


def _translate_words(words: Iterable[str], terms: Terms) -> str:
    """Return the words in Chinese, the longest terms first, in their own order."""
    left = [word.strip(',;:()"“”') for word in words]
    out: list[str] = []
    unknown: list[str] = []
    while left:
        size, chinese = _find_term(left, terms)
        if size and unknown:
            out.append(f"{' '.join(unknown)}{UNTRANSLATED}")
            unknown = []
        if size:
            out.append(chinese)
        elif _WORD.fullmatch(left[0]) or left[0]:
            unknown.append(left[0])
        left = left[size or 1 :]
    return "".join([*out, f"{' '.join(unknown)}{UNTRANSLATED}"] if unknown else out)


def _find_term(words: list[str], terms: Terms) -> tuple[int, str]:
    """Return how many words the longest term at the head takes, and its Chinese; 0 where there is none."""
    if words[0].lower() in {"and", "&"}:
        return 1, "与"
    if words[0].lower() in _LEFT_OUT or not words[0]:
        return 1, ""
    for size in range(min(LONGEST, len(words)), 0, -1):
        head, last = (
            [word.lower().replace("’", "'") for word in words[: size - 1]],
            words[size - 1].lower().replace("’", "'"),
        )
        for form in _list_singulars(last):
            if chinese := terms.main(" ".join([*head, form])):
                return size, chinese
    if "-" in words[0]:
        parts = [terms.main(part.lower()) for part in words[0].split("-")]
        if all(parts):
            return 1, "".join(part for part in parts if part)
    return (1, words[0]) if words[0].isupper() or words[0].isdigit() else (0, "")


def _list_singulars(word: str) -> list[str]:
    """Return the word with the forms of which it may be the plural."""
    forms = [word]
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s"):
        forms.append(word[:-1])
    return forms


_VERBS = {
    verb: chinese
    for chinese, verbs in {
        "提高": "improve improving enhance enhancing increase increasing boost boosting raise raising",
        "降低": "reduce reducing decrease decreasing lower lowering minimize minimizing cut cutting",
        "抑制": "suppress suppressing inhibit inhibiting",
        "防止": "prevent preventing avoid avoiding",
        "控制": "control controlling",
        "开发": "develop developing",
        "设计": "design designing",
        "构建": "build building construct constructing create creating",
        "制备": "prepare preparing synthesize synthesizing fabricate fabricating",
        "制造": "manufacture manufacturing",
        "生产": "produce producing",
        "实现": "achieve achieving realize realizing enable enabling",
        "优化": "optimize optimizing",
        "预测": "predict predicting forecast forecasting",
        "检测": "detect detecting",
        "监测": "monitor monitoring",
        "诊断": "diagnose diagnosing",
        "治疗": "treat treating",
        "回收": "recycle recycling recover recovering",
        "去除": "remove removing",
        "捕集": "capture capturing",
        "储存": "store storing",
        "延长": "extend extending prolong prolonging",
        "加速": "accelerate accelerating",
        "克服": "overcome overcoming",
        "保护": "protect protecting",
        "修复": "restore restoring",
        "保证": "ensure ensuring",
        "保持": "maintain maintaining",
    }.items()
    for verb in verbs.split()
}
"""Verbs with which a title may begin, in both forms."""
