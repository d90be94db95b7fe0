"""What a check found of one file, in a paragraph for a reviewer, with who wrote it."""

from markupsafe import Markup

from assistant.domain.brief import Brief
from assistant.domain.catalogue import Catalogue
from assistant.wording import usage_line
from wenjin_ui.views.marks import notes, writer_line

_BRIEF = Markup("<p>{text}</p>{notes}{writer}{usage}")


def render_brief(brief: Brief, catalogue: Catalogue) -> Markup:
    """Return the paragraph."""
    usage = Markup('<p class="wj-by">{}。</p>').format(usage_line(brief.usage)) if brief.usage else ""
    return _BRIEF.format(
        text=brief.text, notes=notes(brief.warnings), writer=writer_line(brief.writer, catalogue), usage=usage
    )
