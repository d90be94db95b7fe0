"""The writer that needs no model: it sets the task's statements into sentences and adds nothing of its own."""

import re
from collections.abc import Iterable

from assistant.domain.task import DERIVED_MARK, AnswerTask, Statement, Wording

LONGEST = 600
"""Characters of an answer; the contract of the verb `ask`."""
OPENINGS = {"": "", "yes": "可以。", "no": "不可以。", "agree": "", "differ": ""}
"""How an answer begins, whoever words the rest."""
_END = re.compile(r"[\s。；，、：;,:]+$")


class EmbeddedWriter:
    """Words an answer from the statements alone, the same text for the same task."""

    def answer(self, task: AnswerTask) -> Wording:
        """Return the statements as sentences, as many as fit."""
        sentences: list[str] = []
        used: list[int] = []
        room = LONGEST - len(OPENINGS[task.opening]) - sum(map(len, decline(task.unanswered)))
        for statement in task.statements:
            sentence = _sentence(statement, task, room)
            if not sentence:
                break
            sentences.append(sentence)
            used += [position for position in statement.citations if position not in used]
            room -= len(sentence)
        text = "".join([OPENINGS[task.opening], *sentences, *decline(task.unanswered)])
        return Wording(text=text, used=tuple(used), writer="embedded")


def _sentence(statement: Statement, task: AnswerTask, room: int) -> str:
    """Return the statement as a sentence with the name of its notice, cut to the room; empty where there is none."""
    labels = [task.labels[programme] for programme in statement.programmes if programme in task.labels]
    mark = DERIVED_MARK if statement.derived else ""
    text = _END.sub("", statement.text)
    lead = f"{'和'.join(labels)}：" if labels else ""
    space = room - len(lead) - len(mark) - 1
    if space < len(text):
        text = _cut(text, space - 1)
        if not text:
            return ""
    return f"{lead}{text}{mark}。"


def _cut(text: str, space: int) -> str:
    """Return the beginning of a text, cut behind a mark, with an ellipsis; empty where too little is left."""
    shortest = 20
    if space < shortest:
        return ""
    part = text[:space]
    place = max(part.rfind(mark) for mark in "。；，、")
    return f"{part[:place] if place > space // 2 else part}…"


def decline(unanswered: Iterable[str]) -> list[str]:
    """Return the sentence that names what the notices do not answer; none where they answer all."""
    listed = "”“".join(unanswered)
    return [f"资料未涉及“{listed}”。"] if listed else []
