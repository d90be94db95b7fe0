"""What a turn wants of a draft, if anything: a decision, an act of the interview, or an order."""

from assistant.domain.call import Call
from assistant.domain.drafting_call import (
    CoverageCall,
    ExportCall,
    FillCall,
    OutlineCall,
    ReviseCall,
    TimelineCall,
)
from assistant.routing.drafts import words
from assistant.routing.drafts.deciding import find_decision
from assistant.routing.drafts.interviewing import find_interview, find_order_as_read, is_active
from assistant.routing.drafts.orders import find_draft_order
from assistant.routing.forms import Reader
from assistant.routing.past import Past
from assistant.text import count_characters

_LONGEST_ORDER = 60
"""Characters up to which a turn in the middle of an interview may be an order about drafts, and no answer."""


def find_drafted(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> Call | None:
    """Return the call of a turn about drafts; None for any other turn."""
    decision = find_decision(text, files, past)
    if decision is not None:
        return decision
    if files and past.exchanges and words.ASKS_FOR_FILE.search(past.heard):
        text = f"{past.exchanges[-1].text}，{text}"
        return find_draft_order(text, files, past, reader) or find_order_as_read(text, files, past, reader)
    ordered = find_draft_order(text, files, past, reader)
    if not is_active(past):
        return _settle(text, files, past, reader, ordered)
    if files:
        read = ordered or find_order_as_read(text, files, past, reader)
        own = isinstance(read, CoverageCall | ExportCall | ReviseCall) or read is ordered
        return (read if own else None) or find_interview(text, files, past, reader)
    plainly = _is_order_of_its_own(ordered) and count_characters(text) <= _LONGEST_ORDER
    return ordered if plainly else find_interview(text, files, past, reader)


def _settle(text: str, files: tuple[str, ...], past: Past, reader: Reader, ordered: Call | None) -> Call | None:
    """Return what the rules and the fitted model make of a turn while no interview runs.

    Words of drafting stand in orders about drafts that there are, too: these the model tells apart.
    """
    read = find_order_as_read(text, files, past, reader)
    begun = ordered or find_interview(text, files, past, reader)
    if isinstance(begun, FillCall) and isinstance(read, CoverageCall | ExportCall | ReviseCall):
        return read
    return begun or read


def _is_order_of_its_own(call: Call | None) -> bool:
    """Say whether a call cannot be meant as an act of the interview that runs, as an export in Word can be."""
    if isinstance(call, ExportCall):
        return call.anonymous or call.format != "docx"
    return isinstance(call, TimelineCall | OutlineCall | FillCall)
