"""A result that is shown as the text that it also is elsewhere, paragraph by paragraph."""

from collections.abc import Iterator

from markupsafe import Markup

from wenjin_ui.views.marks import join, lines

_PARAGRAPH = Markup("<p>{}</p>")


def stream_text(text: str) -> Iterator[Markup]:
    """Yield the text as HTML, growing by paragraphs."""
    paragraphs = [_PARAGRAPH.format(lines(one)) for one in text.split("\n\n") if one.strip()]
    for count in range(1, len(paragraphs) + 1):
        yield join(paragraphs[:count])
