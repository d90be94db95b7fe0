"""A draft in hand laid beside its form: its texts, and the form as it would be written out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from assistant.checking.one import find_candidates
from assistant.checks.context import CheckContext
from assistant.domain.catalogue import Catalogue
from assistant.domain.filled import FieldProposal, FilledDraft
from assistant.domain.form import FieldSpec
from assistant.domain.interview import DraftInHand, Kept
from assistant.domain.programme import Programme
from assistant.drafting.fill import Settled, build_filled
from assistant.drafting.interview.standing import Standing, replay
from assistant.drafting.pieces import Piece
from assistant.drafting.proposing import propose
from assistant.text import bare


@dataclass(frozen=True)
class Work:
    """A draft with what it is judged by."""

    draft: DraftInHand
    catalogue: Catalogue
    programme: Programme
    context: CheckContext

    @classmethod
    def build(cls, draft: DraftInHand, catalogue: Catalogue, today: date) -> "Work":
        """Return a draft beside its form.

        Raises:
            UnknownNameError: the programme is no longer there, or no longer has the form.
        """
        programme, form = find_candidates(catalogue, draft.programme, draft.form)[0]
        context = CheckContext.build(programme=programme, form=form, catalogue=catalogue, today=today)
        return cls(draft, catalogue, programme, context)

    @cached_property
    def standing(self) -> Standing:
        """Return what the draft's steps amount to."""
        return replay(self.draft.steps)

    @cached_property
    def plain(self) -> FilledDraft:
        """Return the form as it stands, with what is missing marked and ways of cutting what is too long."""
        settled = list(_settle(self.standing.list_standing()))
        return build_filled(settled, self.programme.rules, self.context)

    @cached_property
    def filled(self) -> FilledDraft:
        """Return the same with the values proposed for fields that hold nothing."""
        proposed = (one for one in self.proposals if one.label not in self.texts)
        return self.plain.model_copy(update={"proposals": (*proposed, *self.plain.proposals)})

    @cached_property
    def proposals(self) -> tuple[FieldProposal, ...]:
        """Return the values that may be chosen, by what the author has said."""
        said = [one.text for one in self.standing.list_standing()]
        return tuple(propose(said, self.programme.rules, self.context, self.catalogue.angles))

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return the author's words by label, fields without any left out."""
        return {one.label: text for one in self.plain.fields if (text := one.own_text)}

    def find_spec(self, label: str) -> FieldSpec | None:
        """Return the form's field of that label; None if it has none."""
        return next((spec for spec in self.context.form.fields if spec.label == label), None)

    def find_label(self, name: str) -> str:
        """Return the field that a name means: its label, another name for it, or a part of one; empty for none."""
        wanted = bare(name)
        specs = [spec for spec in self.context.form.fields if not spec.heading]
        named = [(spec.label, {bare(one) for one in (spec.label, *spec.aliases)}) for spec in specs]
        same = [label for label, names in named if wanted in names]
        inside = [label for label, names in named if wanted and any(wanted in one for one in names)]
        return (same or inside or [""])[0]

    def replaced(self, draft: DraftInHand) -> "Work":
        """Return another state of the draft beside the same form."""
        return Work(draft, self.catalogue, self.programme, self.context)


def _settle(kept: Sequence[Kept]) -> Iterator[Settled]:
    """Yield the sentences as the verb `fill` has them, paragraphs numbered over all that was said."""
    number = -1
    for _, group in groupby(kept, key=lambda one: (one.source, one.paragraph)):
        number += 1
        for one in group:
            piece = Piece(text=one.text, where=one.where, paragraph=number, file=one.source, label=one.label)
            yield Settled(piece, one.label, one.reason)
