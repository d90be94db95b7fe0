"""The embedded conductor: two linear models read a turn, needs no language model, and neither opens files nor searches.

One model finds what the turn is about, the other which verb the words around it want (`assistant/routing/fitted`).
What was called before is decided from the messages alone, so that nothing has to be kept; what was decided lately is
remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, Call, CheckCall, HelpCall, MatchCall
from assistant.domain.catalogue import Catalogue
from assistant.errors import InputError
from assistant.routing import cues, words
from assistant.routing.drafts import words as drafts
from assistant.routing.drafts.orders import programme_of
from assistant.routing.drafts.turns import find_drafted
from assistant.routing.followups import call_of
from assistant.routing.forms import Reader
from assistant.routing.lacking import NO_FILES
from assistant.routing.past import Memory, Past, read_past
from assistant.routing.reading import Reading, read
from assistant.routing.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedConductor:
    """The router over the language and the names of a catalogue."""

    reader: Reader
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)

    @classmethod
    def over(cls, catalogue: Catalogue) -> "EmbeddedConductor":
        """Return the router that knows a catalogue."""
        programmes = tuple(one.info for one in catalogue.programmes)
        return cls(reader=Reader(register=Register(catalogue), programmes=programmes))

    def route(self, messages: Sequence[Turn], files: Sequence[str] = ()) -> Call:
        """Return the call that the last message wants; see `Conductor`."""
        text = messages[-1].content.strip() if messages else ""
        if not text and not files:
            raise InputError("没有输入内容。", hint="请写上问题，或交来草稿文件。")
        return self._decide(text, tuple(files), self.remember(messages[:-1]))

    def remember(self, messages: Sequence[Turn]) -> Past:
        """Return what earlier messages wanted and got."""
        return read_past(messages, self._decide, self.memory)

    def _decide(self, text: str, files: tuple[str, ...], past: Past) -> Call:
        drafted = find_drafted(text, files, past, self.reader)
        if drafted is not None:
            return drafted
        reading = read(text, past, self.reader, files=bool(files))
        if files:
            return self._with_files(reading, files, past)
        if cues.OVERVIEW.search(text) and cues.THESE_DRAFTS.search(text) and not cues.ASKS.search(text):
            return HelpCall(missing=NO_FILES)
        return call_of(reading, past, self.reader)

    def _with_files(self, reading: Reading, files: tuple[str, ...], past: Past) -> Call:
        text = reading.text
        overview = bool(cues.OVERVIEW.search(text) or (len(files) > 1 and cues.LISTING.search(text)))
        names_guides = words.DIRECTION_OR_AIM.search(text) or text.isascii()
        if reading.verb == "match" and names_guides and not overview:
            return MatchCall(files=files)
        asks = not overview and cues.ASKS.search(text) and not words.DEICTIC.search(text)
        if asks and reading.verb == "ask":
            return AskCall(question=text, history=past.questions())
        programme = self.reader.named_programme(text)
        if programme == "auto" and (drafts.DRAFT.search(text) or cues.STANDARD.search(text)):
            programme = programme_of(text, "", self.reader)
        checked = past.latest(CheckCall)
        if programme == "auto" and checked and isinstance(checked.call, CheckCall):
            programme = checked.call.programme
        return CheckCall(files=files, programme=programme, overview=overview)
