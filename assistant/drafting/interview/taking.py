"""What a turn does to a draft in hand: pure steps, each with the sentences that tell the author what became of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.draft import Document, Location
from assistant.domain.interview import (
    AskedAnew,
    BeganAnew,
    DraftInHand,
    Gave,
    Kept,
    Moved,
    Passed,
    Question,
    Stayed,
    Went,
)
from assistant.domain.kinds.amounts import CountRule
from assistant.domain.kinds.layout import PartsRule
from assistant.drafting.interview.choosing import Chosen, OutOfRange, read_choice
from assistant.drafting.interview.questions import choose_question, is_prose, list_questions
from assistant.drafting.interview.sorting import is_value, sort_answer, sort_notes
from assistant.drafting.interview.work import Work
from assistant.numbered import find_ordinals
from assistant.text import bare, squash
from assistant.writing.sections.headings import SECTIONS

_YES = re.compile(
    r"(?:嗯|好的?|是的?|对|确定|确认|可以|行|yes|ok|重新开始|清空|从头再?来)[的了吧啊呀。.！!，,\s]*", re.IGNORECASE
)
_NO = re.compile(r"(?:不|别|算了|取消|否|no|先不).{0,6}", re.IGNORECASE)
_SHOWN = 20
"""Characters of a sentence by which its author knows it again."""
_SEPARATOR = "；"


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft after a turn."""

    draft: DraftInHand
    told: tuple[str, ...]


def give_notes(work: Work, documents: Sequence[Document], said: str = "") -> Taken:
    """Add notes: each sentence where the verb `fill` would put it."""
    kept = sort_notes(documents, work.programme.rules, work.context, _name_answer(work))
    return _give(work, Gave(said=said, kept=tuple(kept), replaces=_list_replaced(kept, work)), "")


def give_value(work: Work, label: str, text: str, reason: str) -> Taken:
    """Set a field as a whole."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return _give(work, Gave(said=text, kept=_keep(lines, label, reason, work), replaces=(label,)), label)


def answer(work: Work, text: str) -> Taken:
    """Take what the author said as the answer to the open question; nothing of it is lost."""
    if work.standing.asks_anew:
        if _YES.fullmatch(text.strip()):
            return Taken(work.draft.take(BeganAnew()), ("已重新开始；此前的内容仍有记录，说“撤销”可以找回。",))
        stayed = work.replaced(work.draft.take(Stayed()))
        if _NO.fullmatch(text.strip()):
            return Taken(stayed.draft, ("好，继续原来的草稿。",))
        return answer(stayed, text)
    question = choose_question(list_questions(work), work)
    if question is None or not question.label:
        kept = sort_answer(text, "", work.programme.rules, work.context, _name_answer(work))
        key = question.key if question else ""
        return _give(work, Gave(said=text, question=key, kept=tuple(kept), replaces=_list_replaced(kept, work)), "")
    chosen = read_choice(text, question)
    if isinstance(chosen, OutOfRange):
        listed = (
            f"只列了{len(question.choices)}项，没有第{chosen.number}项" if question.choices else "这一问没有列出选项"
        )
        return Taken(work.draft, (f"{listed}，请再说一次。",))
    if isinstance(chosen, Chosen):
        return _choose(work, question, chosen, text)
    return _say(work, question, text)


def rewrite(work: Work, label: str, text: str) -> Taken:
    """Put the author's new wording in place of a field."""
    return give_value(work, label, text, f"作者重写了“{label}”。")


def rewrite_open(work: Work, text: str) -> Taken:
    """Put the author's new wording in place of the field that the open question is about."""
    question = choose_question(list_questions(work), work)
    if question is None or not question.label:
        return Taken(work.draft, ("请说明要重写哪一栏，例如：把问题背景改成：……",))
    return rewrite(work, question.label, text)


def skip(work: Work) -> Taken:
    """Leave the open question for later."""
    question = choose_question(list_questions(work), work)
    if question is None:
        return Taken(work.draft, ("现在没有要回答的问题。",))
    return Taken(work.draft.take(Passed(question=question.key)), ("先跳过，之后说“回到……”可以再答。",))


def turn_to(work: Work, label: str) -> Taken:
    """Turn to a field."""
    return Taken(work.draft.take(Went(label=label)), (f"来看“{label}”。",))


def go_back(work: Work) -> Taken:
    """Turn to the field that was spoken of last."""
    keys = [one.question for one in work.draft.steps if isinstance(one, Gave | Passed) and one.question]
    labels = [key.split("|")[0] for key in keys]
    if not labels or not labels[-1]:
        return Taken(work.draft, ("前面没有别的问题了。",))
    current = work.standing.focus
    earlier = [one for one in labels if one and one != current]
    return turn_to(work, earlier[-1] if current == labels[-1] and earlier else labels[-1])


def move(work: Work, text: str, label: str) -> Taken:
    """Put sentences into a field: one of 未归类 by its number, one by its words, or the one said last."""
    places = _find_places(work, text)
    if not places:
        return Taken(work.draft, ("没有找到要挪的句子，请引用它的开头，例如：把“如果能分清”那句放到重要意义。",))
    shown = "、".join(f"“{_shorten(work.standing.held[one].kept.text)}”" for one in places)
    where = f"放到“{label}”" if label else "移到未归类"
    return Taken(work.draft.take(Moved(said=text, places=places, label=label)), (f"已把{shown}{where}。",))


def restart(work: Work) -> Taken:
    """Ask whether to start over."""
    if not work.draft.steps:
        return Taken(work.draft, ("草稿还是空的，可以直接开始。",))
    return Taken(work.draft.take(AskedAnew()), ("确定要清空这份草稿、重新开始吗？回答“确定”才会清空。",))


def undo(work: Work) -> Taken:
    """Take the last step back."""
    if not work.draft.steps:
        return Taken(work.draft, ("没有可以撤销的了。",))
    return Taken(work.draft.undo(), ("已撤销上一步，说“恢复”可以找回。",))


def redo(work: Work) -> Taken:
    """Take again the step that was taken back."""
    if not work.draft.undone:
        return Taken(work.draft, ("没有可以恢复的了。",))
    return Taken(work.draft.redo(), ("已恢复。",))


def _say(work: Work, question: Question, text: str) -> Taken:
    """Take the author's own words; a value replaces the earlier one, prose comes behind what there is."""
    label = question.label
    rules, context = work.programme.rules, work.context
    if not is_prose(label, work) and is_value(text):
        about = question.key.split("|")[1]
        rule = next((one for one in rules if one.id == about), None)
        whole = _join_value(work.texts.get(label, ""), text, rule)
        kept = sort_answer(text, label, rules, context, _name_answer(work))
        if {one.label for one in kept} <= {label}:
            lines = [line.strip() for line in whole.splitlines() if line.strip()]
            reason = f"是在问“{label}”时说的。"
            step = Gave(said=text, question=question.key, kept=_keep(lines, label, reason, work), replaces=(label,))
            return _give(work, step, label)
    kept = sort_answer(text, label, rules, context, _name_answer(work))
    step = Gave(said=text, question=question.key, kept=tuple(kept), replaces=_list_replaced(kept, work))
    return _give(work, step, label)


def _join_value(before: str, text: str, rule: object) -> str:
    """Return a value with what it lacked: parts of a contact and keywords come to those that there are."""
    if isinstance(rule, PartsRule) and before:
        return f"{before}，{text.strip()}" if "\n" not in before else f"{before}\n{text.strip()}"
    if isinstance(rule, CountRule) and before and rule.least and len(re.split(r"[；;、，,]", text)) < rule.least:
        return f"{before.rstrip('；;，,、')}{_SEPARATOR}{text.strip()}"
    return text


def _choose(work: Work, question: Question, chosen: Chosen, text: str) -> Taken:
    value = _SEPARATOR.join(one.value for one in chosen.choices)
    kept = _keep([value], question.label, f"作者从列出的选项里选定：{text.strip()}。", work)
    step = Gave(said=text, question=question.key, kept=kept, replaces=(question.label,))
    short = question.take > len(chosen.choices)
    taken = _give(work, step, question.label)
    more = (f"这一栏要{question.take}个，现在选了{len(chosen.choices)}个。",) if short else ()
    return Taken(taken.draft, (*taken.told, *more))


def _keep(lines: Sequence[str], label: str, reason: str, work: Work) -> tuple[Kept, ...]:
    source = _name_answer(work)
    return tuple(
        Kept(
            text=line,
            label=label,
            reason=reason,
            where=Location(paragraph=n, end=len(line)),
            source=source,
            paragraph=n,
        )
        for n, line in enumerate(lines, start=1)
    )


def _list_replaced(kept: Sequence[Kept], work: Work) -> tuple[str, ...]:
    """Return the fields of a value that the sentences give anew."""
    labels = dict.fromkeys(one.label for one in kept if one.label and not is_prose(one.label, work))
    return tuple(labels)


def _give(work: Work, step: Gave, asked: str) -> Taken:
    if not step.kept:
        return Taken(work.draft, ("没有读到内容，请再说一次。",))
    return Taken(work.draft.take(step), tuple(_tell(step.kept, asked)))


def _tell(kept: Sequence[Kept], asked: str) -> list[str]:
    """Return where each sentence went; those of the field asked about in one sentence."""
    labels = [label for label in dict.fromkeys(one.label for one in kept) if label]
    own = {label: [one.text for one in kept if one.label == label] for label in labels}
    counts = [
        f"“{label}”{len(own[label])}句" if label in SECTIONS else f"“{label}”写“{_shorten(own[label][0])}”"
        for label in labels
    ]
    told = [f"已记下：{'，'.join(counts)}。"] if counts else []
    told += [
        f"“{_shorten(one.text)}”放在“{one.label}”：{one.reason}"
        for one in kept
        if one.label not in ("", asked) and asked
    ]
    told += [f"“{_shorten(one.text)}”放进未归类：{one.reason}" for one in kept if not one.label]
    told += [f"“{_shorten(one.text)}”：{one.reason}" for one in kept if one.label == asked and "也像" in one.reason]
    return told


def _find_places(work: Work, text: str) -> tuple[int, ...]:
    """Return the numbers of the sentences that the words point to."""
    held = work.standing.held
    quoted = re.search(r"[“\"「](?P<inner>[^”\"」]{2,})[”\"」]", text)
    if quoted:
        wanted = squash(quoted["inner"])
        return tuple(n for n, one in enumerate(held) if not one.replaced and wanted in squash(one.kept.text))[:1]
    unplaced = [place for place, _ in work.standing.list_unplaced()]
    if re.search("全部|都|所有", text) and "未归类" in text:
        return tuple(unplaced)
    ordinals = find_ordinals(text)
    if ordinals:
        number = ordinals[0].number - 1 if ordinals[0].number > 0 else len(unplaced) - 1
        return (unplaced[number],) if 0 <= number < len(unplaced) else ()
    wanted = bare(text)
    named = tuple(n for n, one in enumerate(held) if not one.replaced and wanted and wanted in bare(one.kept.text))
    return named[:1] or ((len(held) - 1,) if held and re.search("它|这|刚才|上一?句", text) else ())


def _name_answer(work: Work) -> str:
    return f"第{1 + sum(isinstance(one, Gave) for one in work.draft.steps)}次回答"


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
