"""The words of a sentence that an answer repeats: its phrases about what is asked."""

import re

from assistant.answering.question import Part, count_pairs
from assistant.answering.slots import VALUE, holds_value
from assistant.answering.units import Unit
from assistant.text import normalise

_COMFORTABLE = 130
"""Characters that are repeated whole."""
_PHRASE = re.compile(r"[^；;。]+[；;。]?")
_LINE = re.compile(r"(?=(?:联\s*系\s*(?:人|电话|方式)|电子邮箱|邮\s*箱|(?:邮寄|通信)?地\s*址|传\s*真)\s*[:：])")
_FIELDS: tuple[tuple[str, str], ...] = (
    ("person", r"联\s*系\s*人|责任人"),
    ("phone", r"电话|联系方式|联\s*系\s*人"),
    ("email", r"邮\s*箱"),
    ("address", r"地\s*址"),
)
_END = re.compile(r"[\s。；，、;,]+$")


def trim(unit: Unit, part: Part) -> str:
    """Return the words of the sentence that answer the part, in their order, without a mark at the end."""
    body = _END.sub("", unit.body)
    if unit.kind == "contact":
        return _trim_contact(body, part)
    if len(body) <= _COMFORTABLE:
        return body
    asked = count_pairs((*part.runs, *part.context_runs))
    phrases = _PHRASE.findall(body)
    kept = [phrase for phrase in phrases if _tells(phrase, part, asked)]
    return _END.sub("", "".join(kept)) if kept and len("".join(kept)) >= len(body) // 4 else body


def _trim_contact(body: str, part: Part) -> str:
    lines = [line for line in _LINE.split(body) if line.strip()]
    wanted = [field for slot, field in _FIELDS if part.wants(slot)]
    if not wanted or part.wants("person"):
        kept = lines
    else:
        kept = [
            line
            for place, line in enumerate(lines)
            if (place == 0 and not _LINE.match(line)) or re.search("|".join(wanted), line)
        ]
    return "，".join(_END.sub("", line) for line in kept)


def _tells(phrase: str, part: Part, asked: dict[str, None]) -> bool:
    plain = normalise(phrase)
    if any(wanted.slot in VALUE and holds_value(plain, wanted) for wanted in part.wanted):
        return True
    if any(concept.holds.search(plain) for concept in (*part.concepts, *part.context_concepts)):
        return True
    return sum(pair in plain for pair in asked) >= min(2, len(asked))
