"""What a writer may use, and what it gives back."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from assistant.domain.answer import Citation, Sentence

Opening = Literal[
    "",
    "yes",
    "no",
    "need",
    "need_not",
    "yes_mostly",
    "no_mostly",
    "need_mostly",
    "indirect",
    "others",
    "within",
    "beyond",
]
Form = Literal["note", "rule", "of", "lacks"]
"""How a statement joins its notice's name: `名称：…`, `按名称，…`, `名称的…` or `名称没有…`."""
OPENINGS: dict[Opening, str] = {
    "": "",
    "yes": "可以：",
    "no": "不可以：",
    "need": "要：",
    "need_not": "不要求：",
    "yes_mostly": "原则上可以：",
    "no_mostly": "原则上不可以：",
    "need_mostly": "原则上要：",
    "indirect": "不能直接：",
    "others": "没有要求其他单位：",
    "within": "可以：",
    "beyond": "不可以：",
}
"""How an answer begins, whoever words the rest."""
DERIVED_MARK = "〔据此推算〕"
"""Ends a sentence that was computed from several quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing to be said, worded so that it can be said as it is."""

    programmes: tuple[str, ...]
    """Ids of the programmes that it is true of, in the order of the answer."""
    text: str
    """Without a mark at its end."""
    citations: tuple[int, ...]
    """Positions in the task's citations that it rests on."""
    derived: bool = False
    """True for what code computed: to be marked 〔据此推算〕."""
    form: Form = "note"
    about: str = ""
    """Part of the notice that the text is about, where it does not say so itself: `“征集时间”`, `6.1方向`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTask:
    """All that a writer may use to word an answer; the decision to answer has been taken already."""

    question: str
    citations: tuple[Citation, ...]
    """Best first inside each programme; programmes in the order in which they are to be answered."""
    labels: dict[str, str]
    """Programme id to the name that the answer calls it by, such as `2023年征集通知`."""
    facts: tuple[str, ...] = ()
    """Sentences computed in code from the citations (counts, differences, absences); to be marked 〔据此推算〕."""
    statements: tuple[Statement, ...] = ()
    """What is to be said, in order, the computed ones included."""
    opening: Opening = ""
    """The answer in a word, where the question wants one and the clause decides it."""
    unanswered: tuple[str, ...] = ()
    """Parts of the question that the notices do not answer, as the user put them."""
    remarks: tuple[Statement, ...] = ()
    """What we noticed about the words quoted, such as a misprint: said as it is, by every writer, at the end."""
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An answer in words."""

    sentences: tuple[Sentence, ...]
    """At most 600 characters together; what each rests on by positions in the task's citations."""
    writer: str
    """`embedded`, or the model's name."""
    warnings: tuple[str, ...] = ()
    prompt: str = ""
    """Id and version of the prompt; empty where no model wrote."""

    @property
    def text(self) -> str:
        """Return the sentences as one text."""
        return "".join(sentence.text for sentence in self.sentences)

    @property
    def used(self) -> tuple[int, ...]:
        """Return positions of the citations that the text rests on, in the order of the text."""
        return tuple(dict.fromkeys(place for sentence in self.sentences for place in sentence.citations))


class Writer(Protocol):
    """Whoever words an answer: the embedded writer, a language model, or one that falls back from the other."""

    def answer(self, task: AnswerTask) -> Wording:
        """Return the answer in words that rest on the task alone.

        Raises:
            WriterError: the model's endpoint failed, or answered what cannot be used.
        """
        ...
