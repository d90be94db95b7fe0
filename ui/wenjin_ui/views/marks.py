"""Small parts that several views share: citation marks, quotes, lists, notes."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import ErrorValue
from assistant.wording import mode_name
from wenjin_ui.views.places import Place
from wenjin_ui.words import frame, say

_BUTTON = frame(
    '<button type="button" class="wj-cite" data-place="{place}" data-quote="{quote}"'
    " [[aria-label=mark.open mark={mark}]]>{mark}</button>"
)

_WARNING = frame('<p class="wj-note">[[mark.warning]] {}</p>')


def join(parts: Iterable[Markup]) -> Markup:
    """Return the parts behind one another."""
    return Markup("").join(parts)


def cite(mark: str, place: Place | None, quote: str) -> Markup:
    """Return a citation mark: a button where a place can be opened, words where the data is no notice.

    Args:
        mark: what is shown.
        place: what it opens; None where there is nothing to open.
        quote: on one line, as it is shown.
    """
    if place is None:
        return Markup('<span class="wj-cite-plain" title="{}">{}</span>').format(quote, mark)
    return _BUTTON.format(place=str(place), quote=quote, mark=mark)


def quote_row(mark: Markup, source: str, quote: str) -> Markup:
    """Return a clause as quoted below an answer, on one line."""
    return Markup('<li>{} <span class="wj-from">{}</span><blockquote>{}</blockquote></li>').format(mark, source, quote)


def fold(summary: str | Markup, body: Markup, *, is_open: bool = False) -> Markup:
    """Return a part that folds."""
    state = Markup(" open") if is_open else Markup("")
    return Markup("<details{}><summary>{}</summary>{}</details>").format(state, summary, body)


def notes(warnings: Iterable[str]) -> Markup:
    """Return warnings, one a line; nothing where there are none."""
    return join(_WARNING.format(one) for one in warnings)


def writer_line(writer: str, catalogue: Catalogue) -> Markup:
    """Return who wrote an answer and how new the documents are."""
    return Markup('<p class="wj-by">{}</p>').format(
        say("mark.writer", who=mode_name(writer), day=newest_day(catalogue))
    )


def newest_day(catalogue: Catalogue) -> str:
    """Return the day of issue of the newest notice."""
    return max((one.info.issued_on.isoformat() for one in catalogue.programmes if one.info.issued_on), default="未知")


def error_box(error: ErrorValue) -> Markup:
    """Return an error as one sentence with its place and what to do."""
    place = Markup('<span class="wj-where">{}</span> ').format(error.where) if error.where else Markup("")
    hint = Markup(" {}").format(error.hint) if error.hint else Markup("")
    return Markup('<p class="wj-failure" role="alert" data-code="{}">{}{}{}</p>').format(
        error.code, place, error.message, hint
    )


def lines(text: str) -> Markup:
    """Return text with its line breaks."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))
