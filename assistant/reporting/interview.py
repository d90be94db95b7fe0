"""A turn of an interview, and a draft in hand, as Chinese text."""

from assistant.domain.filled import Choice, FilledDraft, FilledField
from assistant.domain.interview import InterviewTurn, Question
from assistant.wording import VERDICTS

_DONE = "该问的都问过了。说“完成”写成 Word，或“看看草稿”“回到某一栏”继续改。"
_HOWTO = "回复序号，也可以自己写"


def render_turn(turn: InterviewTurn) -> str:
    """Return what became of a turn, the draft where it was asked for, and the next question."""
    parts = ["\n".join(turn.told)] if turn.told else []
    parts += [render_standing(turn.filled)] if turn.filled and turn.act == "show" else []
    parts += [_render_end(turn)] if turn.act in ("check", "finish") else []
    if turn.act in ("pause", "list", "finish"):
        return "\n\n".join(parts)
    if turn.question is not None:
        parts.append(_render_question(turn.question, turn))
    elif turn.draft and not _waits(turn):
        parts.append(_render_rest(turn))
    return "\n\n".join(parts)


def render_standing(filled: FilledDraft) -> str:
    """Return a draft as it stands: each field with its count, what fits nowhere numbered, what is missing marked."""
    parts = [f"【{one.label}】{_measure(one)}\n{one.text}".rstrip() for one in filled.fields]
    if filled.unplaced:
        loose = [f"{number}. {one.text}" for number, one in enumerate(filled.unplaced, start=1)]
        parts.append("\n".join(["未归类（可以说“把未归类第1句放到问题背景”）：", *loose]))
    return "\n\n".join(parts)


def _waits(turn: InterviewTurn) -> bool:
    return turn.act == "restart" and turn.question is None


def _measure(field: FilledField) -> str:
    if not field.count:
        return f"（{field.budget}）" if field.budget else ""
    return f"{field.count}字" + (f"（{field.budget}）" if field.budget else "")


def _render_question(question: Question, turn: InterviewTurn) -> str:
    lines = [f"问：{question.text}"]
    lines += [f"  {question.why}"] if question.why else []
    if question.budget or question.count:
        lines.append(f"  本栏现有{question.count}字" + (f"；{question.budget}" if question.budget else "") + "。")
    if question.choices:
        several = f"，选{question.take}个" if question.take > 1 else ""
        lines.append(f"  可以选（{_HOWTO}{several}）：")
        lines += [f"  {number}. {_render_choice(one)}" for number, one in enumerate(question.choices, start=1)]
    rest = turn.left - turn.passed - 1
    later = f"，另有{turn.passed}个留到以后" if turn.passed else ""
    lines.append(f"（后面还有{max(rest, 0)}个问题{later}）")
    return "\n".join(lines)


def _render_choice(choice: Choice) -> str:
    english = f"（{choice.english}）" if choice.english else ""
    return f"{choice.value}{english}" + (f"——{choice.reason}" if choice.reason else "")


def _render_rest(turn: InterviewTurn) -> str:
    left = f"还有{turn.passed}处留着没答，会在稿里标【待补充：…】。" if turn.passed else ""
    return f"{_DONE}{left}"


def _render_end(turn: InterviewTurn) -> str:
    lines = [f"已写入 {turn.output}。"] if turn.output else []
    report = turn.report
    if report is not None:
        errors = sum(one.severity == "error" for one in report.findings)
        warnings = sum(one.severity == "warning" for one in report.findings)
        lines.append(
            f"检查结论：{VERDICTS[report.verdict]}；错误{errors}处，提醒{warnings}处，待人工确认{len(report.unknown)}项。"
        )
        lines += [f"  {one.message}" for one in report.findings if one.severity != "info"]
    filled = turn.filled
    wanted = [one.label for one in filled.fields if one.missing] if filled else []
    lines += [f"还待补充：{'、'.join(wanted)}；稿里已标【待补充：…】，说“回到……”继续。"] if wanted else []
    loose = len(filled.unplaced) if filled else 0
    lines += [f"未归类{loose}句列在稿后的附录里。"] if loose else []
    return "\n".join(lines)
