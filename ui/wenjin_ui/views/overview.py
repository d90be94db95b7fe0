"""Many drafts at a glance: each table under its title, each letter in a fold, ready to be copied."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.overview import Letter, Overview
from assistant.reporting.overview_sheets import LETTERS, tabulate_overview
from assistant.reporting.sheet import Cell, Sheet
from assistant.wording import NOT_ACCEPTANCE
from wenjin_ui.views.marks import fold, join, lines
from wenjin_ui.words import say

_TABLE = Markup(
    '<section class="wj-report"><h4>{title}</h4><div class="wj-wide"><table class="wj-table wj-sheet">'
    "<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></section>"
)
_LETTER = Markup('<div class="wj-letter">{}</div>')


def stream_overview(overview: Overview, catalogue: Catalogue) -> Iterator[Markup]:
    """Yield the overview, table by table; each piece is the whole so far."""
    done: list[Markup] = []
    for sheet in tabulate_overview(overview, catalogue):
        done.append(_letters(overview) if sheet.title == LETTERS else _table(sheet))
        yield join(done)
    yield join([*done, Markup('<p class="wj-note">{}</p>').format(NOT_ACCEPTANCE)])


def _table(sheet: Sheet) -> Markup:
    head = join(Markup('<th scope="col">{}</th>').format(one) for one in sheet.header)
    rows = join(Markup("<tr>{}</tr>").format(join(map(_cell, row))) for row in sheet.rows)
    return _TABLE.format(title=sheet.title, head=head, rows=rows)


def _cell(cell: Cell) -> Markup:
    return Markup("<td>{}</td>").format("" if cell is None else lines(str(cell)))


def _letters(overview: Overview) -> Markup:
    return Markup('<section class="wj-report"><h4>{}</h4>{}</section>').format(
        LETTERS, join(map(_letter, overview.letters))
    )


def _letter(letter: Letter) -> Markup:
    name = letter.author or "、".join(letter.files)
    email = f"（{letter.email}）" if letter.email else ""
    return fold(say("overview.letter", name=f"{name}{email}"), _LETTER.format(letter.text))
