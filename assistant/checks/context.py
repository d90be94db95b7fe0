"""What rules look up besides the draft."""

from dataclasses import dataclass, field
from datetime import date

from assistant.domain.catalogue import Catalogue, Category, ReleasedProblem
from assistant.domain.direction import Direction, Limit, Requirement
from assistant.domain.finding import Source
from assistant.domain.form import Form
from assistant.domain.notice import Clause
from assistant.domain.programme import Programme, ProgrammeInfo
from assistant.domain.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """The programme, the form and the standards that a draft is judged by."""

    info: ProgrammeInfo
    form: Form
    released: tuple[ReleasedProblem, ...] = ()
    disciplines: tuple[Category, ...] = ()
    industries: tuple[Category, ...] = ()
    terms: Terms = field(default_factory=Terms)
    directions: tuple[Direction, ...] = ()
    """Those of the guide; none where the programme is no guide."""
    direction: str | None = None
    """Id of the direction that the user named; None where the draft itself has to say it."""
    clauses: tuple[Clause, ...] = ()
    """Those of the notice."""
    notice: str = ""
    """The notice, exactly; empty where nothing is quoted from it."""
    today: date

    @classmethod
    def build(
        cls, *, programme: Programme, form: Form, catalogue: Catalogue, today: date, direction: str | None = None
    ) -> "CheckContext":
        """Take what the rules of that programme and form may look up from the catalogue.

        Args:
            programme: the programme that the draft is judged by.
            form: one of its forms.
            catalogue: holds the standards.
            today: the day that deadlines are compared with.
            direction: id of the direction that the user named.
        """
        return cls(
            info=programme.info,
            form=form,
            released=catalogue.released,
            disciplines=catalogue.disciplines,
            industries=catalogue.industries,
            terms=catalogue.terms,
            directions=programme.directions,
            direction=direction,
            clauses=programme.notice.clauses,
            notice=programme.notice.text,
            today=today,
        )

    def cite(self, found: Limit | Requirement, direction: Direction) -> Source:
        """Return a sentence that a direction, its area or its programme lays down as the source of a finding."""
        around = [one for one in self.clauses if one.span.contains(found.span)]
        inner = min(around, key=lambda one: one.span.end - one.span.start, default=None)
        outer = inner.path if inner is not None and found.scope != "direction" else None
        return Source(doc=direction.doc, clause=outer or direction.number, quote=found.quote)
