"""The writer that needs no model: it sets the task's statements into sentences and adds nothing of its own."""

import re
from collections.abc import Iterable, Sequence

from assistant.domain.answer import Sentence
from assistant.domain.naming import join_labels
from assistant.domain.task import DERIVED_MARK, OPENINGS, AnswerTask, Statement, Wording

LONGEST = 600
"""Characters of an answer; the contract of the verb `ask`."""
_MANY = 2
"""Notices that a sentence names; more are counted in it and named behind it."""
_END = re.compile(r"[\s。；，、：;,:]+$")


class EmbeddedWriter:
    """Words an answer from the statements alone, the same text for the same task."""

    def answer(self, task: AnswerTask) -> Wording:
        """Return the statements as sentences, as many as fit."""
        closing = close(task)
        room = LONGEST - sum(len(sentence.text) for sentence in closing)
        sentences: list[Sentence] = []
        before: tuple[str, ...] = ()
        for place, statement in enumerate(task.statements):
            opening = OPENINGS[task.opening] if place == 0 else ""
            lead = opening + _name(statement, task, before)
            text = _word(statement, lead, room)
            if not text:
                break
            sentences.append(Sentence(text=text, citations=statement.citations))
            room -= len(text)
            named = _list_many(statement, task, before)
            if named and len(named) <= room:
                sentences.append(Sentence(text=named, citations=statement.citations))
                room -= len(named)
            before = statement.programmes or before
        return Wording(sentences=(*sentences, *closing), writer="embedded")


def close(task: AnswerTask) -> list[Sentence]:
    """Return what every answer ends with: remarks on the words quoted, then what the notices do not answer."""
    remarks = [Sentence(text=_END.sub("", one.text) + "。", citations=one.citations) for one in task.remarks]
    return [*remarks, *(Sentence(text=text) for text in decline(task.unanswered))]


def decline(unanswered: Iterable[str]) -> list[str]:
    """Return the sentence that names what the notices do not answer; none where they answer all."""
    listed = "”“".join(unanswered)
    return [f"资料未涉及“{listed}”。"] if listed else []


def _name(statement: Statement, task: AnswerTask, before: tuple[str, ...]) -> str:
    """Return how the sentence names its notice; a notice that the sentence before has named goes without."""
    labels = [task.labels[one] for one in statement.programmes if one in task.labels]
    about = statement.about
    if not labels:
        return ""
    if statement.form == "lacks":
        return f"{_join(labels)}{'都' if len(labels) > 1 else ''}"
    if statement.programmes == before and statement.form != "of":
        return f"{about}：" if about else ""
    named = _join(labels)
    if len(labels) > _MANY:
        return f"{named}一致："
    if len(labels) > 1:
        return f"{named}{about}一致："
    match statement.form:
        case "rule":
            return f"按{named}{about}，"
        case "of":
            return f"{named}的" if statement.programmes != before else ""
        case "note":
            return f"{named}{about}："


def _join(labels: Sequence[str]) -> str:
    """Return the names of few notices, the number of many: `2021年5个专项指南`, `5份通知和指南`."""
    if len(labels) <= _MANY:
        return join_labels(labels)
    heads = {label[: len("2021年")] for label in labels}
    alike = len(heads) == 1 and _are_guides(labels)
    return f"{heads.pop()}{len(labels)}个专项指南" if alike else f"{len(labels)}份通知和指南"


def _are_guides(labels: Sequence[str]) -> bool:
    return all(label.endswith("专项指南") for label in labels)


def _list_many(statement: Statement, task: AnswerTask, before: tuple[str, ...]) -> str:
    """Return the sentence that names the notices which the one before only counted; empty where it named them."""
    labels = [task.labels[one] for one in statement.programmes if one in task.labels]
    told = statement.programmes == before or statement.form == "lacks"
    return f"即{join_labels(labels)}。" if len(labels) > _MANY and not told else ""


def _word(statement: Statement, lead: str, room: int) -> str:
    """Return the statement as a sentence, cut to the room; empty where there is none."""
    mark = DERIVED_MARK if statement.derived else ""
    text = re.sub(r"([？！?!])；", r"\1", _END.sub("", statement.text))
    space = room - len(lead) - len(mark) - 1
    if space < len(text):
        text = _cut(text, space - 1)
        if not text:
            return ""
    stop = "" if text.endswith(("？", "！", "?", "!")) and not mark else "。"
    return f"{lead}{text}{mark}{stop}"


def _cut(text: str, space: int) -> str:
    """Return the beginning of a text, cut behind a mark, with an ellipsis; empty where too little is left."""
    shortest = 20
    if space < shortest:
        return ""
    part = text[:space]
    place = max(part.rfind(mark) for mark in "。；，、")
    return f"{part[:place] if place > space // 2 else part}…"
