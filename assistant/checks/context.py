"""What rules look up besides the draft."""

from dataclasses import dataclass, field
from datetime import date

from assistant.domain.catalogue import Catalogue, Category, ReleasedProblem
from assistant.domain.form import Form
from assistant.domain.programme import Programme, ProgrammeInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """The programme, the form and the standards that a draft is judged by."""

    info: ProgrammeInfo
    form: Form
    released: tuple[ReleasedProblem, ...] = ()
    disciplines: tuple[Category, ...] = ()
    industries: tuple[Category, ...] = ()
    terms: dict[str, str] = field(default_factory=dict[str, str])
    """Chinese words by English terms, these in lower case and in the singular."""
    today: date

    @classmethod
    def build(cls, *, programme: Programme, form: Form, catalogue: Catalogue, today: date) -> "CheckContext":
        """Take what the rules of that programme and form may look up from the catalogue."""
        return cls(
            info=programme.info,
            form=form,
            released=catalogue.released,
            disciplines=catalogue.disciplines,
            industries=catalogue.industries,
            terms=catalogue.terms,
            today=today,
        )
