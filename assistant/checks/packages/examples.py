"""Small packages from labels and texts: the examples that prove a rule on several drafts."""

from collections.abc import Callable

from assistant.checks.context import CheckContext
from assistant.checks.examples import DIRECTION, build_draft, expand
from assistant.checks.packages.bundle import Bundle, Member
from assistant.checks.subject import build_subject
from assistant.domain.kinds.base import BatchExample, Example

FORM, FILE, SCAN = "@form", "@file", "@scan"
_MARKS = {FORM, FILE, SCAN, DIRECTION}


def build_bundle(example: BatchExample, context_for: Callable[[str, str | None], CheckContext]) -> Bundle:
    """Return the example as a package.

    Args:
        example: its drafts.
        context_for: returns what rules look up, by the name of a form and the id of a direction.
    """
    return Bundle(tuple(_build(place, one, context_for) for place, one in enumerate(example, start=1)))


def _build(place: int, example: Example, context_for: Callable[[str, str | None], CheckContext]) -> Member:
    file = expand(example.get(FILE, f"{place}.docx"))
    if SCAN in example:
        return Member(file=expand(example[SCAN]), role="scan")
    form = expand(example[FORM])
    texts = {label: expand(text) for label, text in example.items() if label not in _MARKS}
    context = context_for(form, expand(example[DIRECTION]) if DIRECTION in example else None)
    return Member(file=file, role=context.form.name, subject=build_subject(build_draft(form, texts), context))
