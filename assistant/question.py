"""Whether a Chinese title asks a question, judged by grammar and not by the question mark.

A title asks when an interrogative word works in its main clause. It does not where the word is part of a noun
(几何, 任何), stands inside a relative clause (关于如何…的研究), below a verb of knowing (阐明…如何…), in a concession
(无论如何), or in the subject of a statement (如何…是…的关键).
"""

import re
import unicodedata
from dataclasses import dataclass

from assistant.interrogatives.nouns import STUDY_TAIL, is_closed_later, is_noun_phrase
from assistant.interrogatives.statements import CONTINUES, is_stated
from assistant.interrogatives.words import find_word
from assistant.patterns import lazily

_QUOTED = lazily(r"《[^》]*》|“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\"")
_ASSERTS = lazily(
    r"(?<![智功性效节储机产可])能够?(?![源量力级带谱耗效])[\u4e00-\u9fff]{2}|可以[\u4e00-\u9fff]{2}|可能(?!性|"
    r"[是的])[\u4e00-\u9fff]{2}|"
    r"(?<![学协社大机])会(?![议员展])[\u4e00-\u9fff]{2}"
)
"""A modal predicate: with a question mark alone it asks by its tone (机器能思考？); a noun phrase does not."""
_BREAK = lazily(r"[，,；;。：:！!？?]|——|--|\n")
_SENTENCE = lazily(r"[；;。！!？?\n]|——|--")
_JOINT = lazily(r"、|以及|及其|并且|而且|同时|和(?=如何|怎样|为何|是否|能否)|又(?=如何|怎样|为何|是否)")
_ADVERBIAL = lazily(r"^(?:在|以|从|由|通过|于|经|按|沿)")


@dataclass(frozen=True, slots=True)
class Ask:
    """The interrogative word that makes a title a question."""

    word: str
    clause: str
    """The clause that it stands in."""


def is_question(title: str) -> bool:
    """Say whether the title is in question form; a mark alone makes no question, a missing one unmakes none."""
    return find_ask(title) is not None


def find_ask(title: str) -> Ask | None:
    """Return the first interrogative word that works in a main clause; None where the title does not ask."""
    text = _prepare(title)
    if not re.search(r"[\u4e00-\u9fff]", text):
        return _find_english(text)
    clauses = [clause for clause in _BREAK.split(text) if clause]
    for index, clause in enumerate(clauses):
        word = find_word(clause)
        if word is None or is_noun_phrase(clause, word) or is_stated(clause, word):
            continue
        if index + 1 < len(clauses) and CONTINUES.match(clauses[index + 1]):
            continue
        if is_closed_later(clauses[: index + 1], clauses[index + 1 :]):
            continue
        return Ask(word.group(), clause)
    return _find_tone(title, clauses)


def _find_tone(title: str, clauses: list[str]) -> Ask | None:
    """机器能思考？ asks by its mark, since it is a sentence with a predicate; a noun with a mark is none."""
    if not clauses or not title.strip().endswith(("？", "?")) or find_word(clauses[-1]):
        return None
    predicate = _ASSERTS.search(clauses[-1])
    if predicate is None or not predicate.start() or "的" in clauses[-1][predicate.end() :]:
        return None
    study = STUDY_TAIL.search(clauses[-1], predicate.end())
    return None if study else Ask(predicate.group(), clauses[-1])


def list_questions(title: str) -> list[str]:
    """Return the separate questions of a title, in order; coordinate objects of one question are not parted."""
    questions: list[str] = []
    for sentence in _SENTENCE.split(_prepare(title)):
        if not is_question(sentence):
            continue
        halves = [half for half in sentence.split("，") if _asks_alone(half, least=2)]
        parts = [part for half in halves for part in _list_coordinate(half)]
        questions.extend(parts if len(parts) > 1 else [sentence])
    return questions


def _list_coordinate(half: str) -> list[str]:
    """Part 如何表征界面、如何调控反应; leave 何时、何地成核 whole."""
    parts = [part for part in _JOINT.split(half) if part and _asks_alone(part, least=4)]
    return parts if len(parts) > 1 else [half]


def _prepare(title: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", title).split()) if re.search(r"[\u4e00-\u9fff]", title) else title
    text = text.strip().rstrip("?!.。！？…~ ")
    if len(text) > 2 and text[0] in '“「《"' and text[-1] in '”」》"':  # noqa: PLR2004 - a pair of marks and a letter
        text = text[1:-1].rstrip("?!.。！？")
    shortened = _QUOTED.sub("某", text)
    return shortened.replace(",", "，").replace(";", "；").replace(":", "：")


def _asks_alone(part: str, least: int) -> bool:
    """Say whether a part of a sentence is a question of its own.

    Args:
        part: characters between two joints.
        least: characters that its predicate must have; a verb without object shares the next one's.
    """
    found = find_word(part)
    if not found:
        return False
    after, before = part[found.end() :], part[: found.start()]
    if _ADVERBIAL.match(part) and len(after) <= 3:  # noqa: PLR2004 - 在何种条件下, 以何种方式
        return False
    if found.group().endswith(("如何", "怎样", "怎么", "为何", "为什么", "是否", "能否", "可否")):
        return len(after) >= least or len(before) >= least
    return len(before) + len(after) >= max(least, 3)


def _find_english(text: str) -> Ask | None:
    found = re.match(
        r"(?:how|what|why|which|when|where|who|whether|can|could|do|does|did|is|are|will|would|should|may|has|"
        r"have)\b|"
        r"(?:in|to|at|by|under|through|for|on|with)\s+(?:what|which)\b",
        text.strip(),
        re.IGNORECASE,
    )
    return Ask(found.group(), text) if found else None
