"""Titles by a language model: judged like anything else, mended at most twice, and marked where a word is new."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from pydantic import BaseModel, BeforeValidator, ConfigDict

from assistant.domain.outgoing import Gate
from assistant.domain.prompt import Prompt
from assistant.domain.title import Addition, TitleCandidate
from assistant.domain.title_task import TitleTask, TitleWording
from assistant.errors import CorpusError, WriterError
from assistant.text import bare, bigrams, clean, dice
from assistant.writing.endpoint import run_bounded
from assistant.writing.structured import converse
from assistant.writing.support import find_new_fact
from assistant.writing.untrusted import as_data, repeats, strip_invisible
from assistant.writing.veiled import VeiledModel

ROUNDS = 2
"""Times that findings go back to the model; then it is the person's turn."""
_MOST = 3
_SAME = 0.85
"""Dice coefficient from which two candidates say the same."""
_KEPT = 0.4
"""Least share of the title's character bigrams that a candidate keeps: half of most titles are words of the frame."""
_LONGEST_REASON = 80
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FRAME = re.compile(
    "如何|怎样|怎么|为何|为什么|什么|哪些|哪种|能否|是否|可否|实现|提高|降低|影响|决定|机制|机理|规律|问题|条件下?|过程中?|其中|之间|中的|共同|与|和|及|的"
)
"""Words of any question, which say nothing new."""
_RULES = "不合题目规则"
_MODELS = "语言模型（作者未写，请核对）"
_TRANSLATED = "英文由语言模型翻译，请核对。"
_CLOSED = ConfigDict(json_schema_extra={"additionalProperties": False})


class _Candidate(BaseModel):
    model_config = _CLOSED

    zh: Annotated[str, BeforeValidator(lambda given: clean(strip_invisible(str(given))))]
    en: str
    why: str


class _Reply(BaseModel):
    model_config = _CLOSED

    candidates: list[_Candidate]


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmTitleWriter:
    """Proposes titles through a chat model.

    Raises:
        CorpusError: a prompt asks for a variable that is not provided here.
    """

    model: BaseChatModel
    name: str
    prompt: Prompt
    revise: Prompt
    repair: Prompt
    gate: Gate
    limit_seconds: float
    """For all requests together."""

    def __post_init__(self) -> None:
        provided = {"title", "kind", "notes", "proposals", "released"}
        for prompt, names in ((self.prompt, provided), (self.revise, {"findings"}), (self.repair, {"problem"})):
            if unknown := prompt.variables - names:
                message = f"程序不提供提示词要的变量：{'、'.join(sorted(unknown))}。"
                raise CorpusError(message, where=prompt.id)

    def propose(self, task: TitleTask) -> TitleWording:
        """Return the candidates that nothing speaks against, after at most two rounds of mending.

        Raises:
            WriterError: the endpoint failed, or no candidate is left.
        """
        kept, dropped = run_bounded(self._propose(task), self.limit_seconds)
        if not kept:
            raise WriterError(f"语言模型的题目没有一个过得了检查（{'；'.join(dict.fromkeys(dropped))}）。")
        reasons = "；".join(dict.fromkeys(dropped))
        warnings = (f"语言模型的 {len(dropped)} 个题目没有过检查（{reasons}），未列出。",) if dropped else ()
        candidates = tuple(_mark(one, task) for one in kept[:_MOST])
        prompt = f"{self.prompt.id}@{self.prompt.version}"
        return TitleWording(candidates=candidates, writer=self.name, prompt=prompt, warnings=warnings)

    async def _propose(self, task: TitleTask) -> tuple[list[_Candidate], list[str]]:
        """Return the candidates that may stand, and why each of those left over may not."""
        model = VeiledModel(inner=self.model, veil=self.gate.open([task.title, task.notes]))
        messages: list[BaseMessage] = [
            SystemMessage(self.prompt.instructions),
            HumanMessage(_render(self.prompt, task)),
        ]
        kept: list[_Candidate] = []
        for left in range(ROUNDS, -1, -1):
            reply = await converse(model, messages, _Reply, self.repair, name="titles")
            own = [one for one in reply.candidates if not repeats(one.zh + one.en + one.why, self.prompt.instructions)]
            faulty = list(_sift(own, kept, task))
            if not faulty or not left:
                # A finding quotes the title that it is about, and what was dropped is not to be shown by another way.
                told = [fault if one.zh not in fault else _RULES for one, fault in faulty]
                return kept, told
            findings = "\n".join(as_data(text=one.zh, problem=fault) for one, fault in faulty)
            messages += [AIMessage(reply.model_dump_json()), HumanMessage(self.revise.render(findings=findings))]
        raise AssertionError  # the last round returns


def _render(prompt: Prompt, task: TitleTask) -> str:
    return prompt.render(
        title=as_data(text=task.title),
        kind=as_data(text=task.kind or ""),
        notes=as_data(text=task.notes),
        proposals="\n".join(as_data(text=one.zh) for one in task.advice.candidates),
        released="\n".join(as_data(text=one.title) for one in task.advice.similar),
    )


def _sift(
    candidates: Sequence[_Candidate], kept: list[_Candidate], task: TitleTask
) -> Iterator[tuple[_Candidate, str]]:
    """Add what may stand to `kept`; yield the rest with what speaks against it."""
    for one in candidates:
        if fault := _find_fault(one.zh, kept, task):
            yield one, fault
        else:
            kept.append(one)


def _find_fault(zh: str, kept: Sequence[_Candidate], task: TitleTask) -> str | None:
    if not _HAN.search(zh):
        return "不是中文"
    if fact := find_new_fact(zh, f"{task.title}\n{task.notes}"):
        return f"{fact}不见于原题和笔记"
    if _HAN.search(task.title) and _share(task.title, zh) < _KEPT:
        return "丢了原题的关键术语"
    if any(_is_same(zh, one.zh) for one in kept) or any(_is_same(zh, one.zh) for one in task.advice.candidates):
        return "与另一个候选雷同"
    return next(iter(task.find_faults(zh)), None)


def _is_same(zh: str, other: str) -> bool:
    return bare(zh) == bare(other) or dice(zh, other) >= _SAME


def _share(title: str, zh: str) -> float:
    """Return the share of the title's bigrams, words of the frame apart, that a candidate keeps."""
    own = bigrams(_FRAME.sub(" ", title))
    return len(own & bigrams(zh)) / len(own) if own else 1.0


def _mark(one: _Candidate, task: TitleTask) -> TitleCandidate:
    """Return the candidate with its new words told, and its English marked as the model's."""
    why = clean(strip_invisible(one.why))[:_LONGEST_REASON]
    # A reason is prose about the title: one that states a fact of its own is left out.
    shown = "" if find_new_fact(why, f"{task.title}\n{task.notes}\n{one.zh}") else why
    en = clean(strip_invisible(one.en)) or None
    en = None if en and (_HAN.search(en) or find_new_fact(re.sub("[A-Za-z]", "", en), one.zh)) else en
    return TitleCandidate(
        zh=one.zh,
        en=en,
        why=f"{shown or '语言模型的改写。'}{_TRANSLATED if en else ''}",
        added=tuple(_list_added(one.zh, task)),
    )


def _list_added(zh: str, task: TitleTask) -> Iterator[Addition]:
    """Yield each stretch that the title does not hold, and whether the notes do."""
    own, notes = bigrams(task.title), bigrams(task.notes)
    for piece in re.findall(r"[\u4e00-\u9fffA-Za-z0-9]+", _FRAME.sub(" ", zh)):
        run = ""
        for place in range(len(piece)):
            near = {piece[max(0, place - 1) : place + 1], piece[place : place + 2]}
            if any(len(pair) > 1 and bare(pair) in own for pair in near) or piece in task.title:
                yield from _tell(run, notes)
                run = ""
            else:
                run += piece[place]
        yield from _tell(run, notes)


def _tell(run: str, notes: frozenset[str]) -> Iterator[Addition]:
    if len(run) > 1:
        yield Addition(text=run, origin="作者的笔记" if bigrams(run) <= notes else _MODELS)
