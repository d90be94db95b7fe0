"""`silences.yaml`: what people ask and a notice does not answer, proved by the words that it lacks."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.programme import Silence
from assistant.errors import CorpusError
from assistant.library.located_yaml import load_yaml
from assistant.text import squash

_FILE = "silences.yaml"


class SilentTopic(BaseModel):
    """One thing that is not said."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: str = Field(min_length=2)
    """Noun phrase, shown in 没有写明…."""
    words: tuple[str, ...] = Field(min_length=1)
    """What a clause that answers would have to say; none of them stands in the notice."""
    asks: tuple[str, ...] = Field(min_length=1)
    """Questions about it, as people put them."""


class SilencesFile(BaseModel):
    """All of a programme's, or those that several programmes share."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    silences: tuple[SilentTopic, ...]


def load_silences(folder: Path, shared: tuple[Path, ...], text: str) -> tuple[Silence, ...]:
    """Return what a notice is silent about.

    Args:
        folder: the programme's folder.
        shared: folders whose topics hold for each notice that lacks all their words.
        text: the notice.

    Raises:
        CorpusError: a file is wrong, or the notice holds a word of one of the programme's own topics.
    """
    squashed = squash(text)
    return (
        *_own(folder / _FILE, squashed),
        *(silence for other in shared if other != folder for silence in _shared(other / _FILE, squashed)),
    )


def _own(path: Path, squashed: str) -> Iterator[Silence]:
    if not path.is_file():
        return
    located = load_yaml(path, SilencesFile)
    for number, topic in enumerate(located.value.silences):
        for place, word in enumerate(topic.words):
            if squash(word) in squashed:
                where = located.where("silences", number, "words", place)
                hint = "请换成回答它的条款才会写的词，或删去这一项。"
                raise CorpusError(f"通知原文里有“{word}”，不能说没有写明{topic.topic}。", where=where, hint=hint)
        yield Silence(topic=topic.topic, words=topic.words, asks=topic.asks)


def _shared(path: Path, squashed: str) -> Iterator[Silence]:
    if not path.is_file():
        return
    for topic in load_yaml(path, SilencesFile).value.silences:
        if not any(squash(word) in squashed for word in topic.words):
            yield Silence(topic=topic.topic, words=topic.words, asks=topic.asks)
