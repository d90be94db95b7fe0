"""The fold below an answer or a match: how it came about."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.explanation import Candidate, Explanation
from assistant.wording import candidate_lines, citation_mark, readable
from wenjin_ui.views.marks import fold, join
from wenjin_ui.words import frame, say

_ROW = frame(
    '<li><span class="wj-from">{chosen}{mark} [[explain.score n={score}]]</span>'
    "<blockquote>{quote}</blockquote>{told}</li>"
)


def render_explanation(explanation: Explanation | None, catalogue: Catalogue) -> Markup:
    """Return the fold, closed; nothing where no explanation was asked for."""
    if explanation is None:
        return Markup("")
    decided = join(Markup("<p>{}</p>").format(one) for one in explanation.decided)
    grounds = join(Markup("<li>{} {}</li>").format(one.name, f"{one.value:+.2f}") for one in explanation.grounds)
    weighed = Markup('<ul class="wj-demands">{}</ul>').format(grounds) if grounds else Markup("")
    found = _list("explain.found", explanation.passages, catalogue) + _list(
        "explain.ranked", explanation.sentences, catalogue
    )
    return fold(say("explain.title"), decided + weighed + found)


def _list(key: str, candidates: Sequence[Candidate], catalogue: Catalogue) -> Markup:
    if not candidates:
        return Markup("")
    rows = join(_row(one, catalogue) for one in candidates)
    return Markup('<h4>{}</h4><ol class="wj-quotes">{}</ol>').format(say(key), rows)


def _row(one: Candidate, catalogue: Catalogue) -> Markup:
    return _ROW.format(
        chosen=Markup("{} · ").format(say("explain.chosen")) if one.chosen else "",
        mark=citation_mark(catalogue, one.programme, one.clause),
        score=f"{one.score:.3f}",
        quote=readable(one.quote),
        told=join(Markup("<p>{}</p>").format(line) for line in candidate_lines(one)),
    )
