"""The gate before the endpoint: marked drafts do not pass, personal data stay behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.catalogue import Catalogue
from assistant.domain.form import Form
from assistant.privacy.personal import find_personal
from assistant.privacy.veil import Journal, PlaceholderVeil, refuse_marked


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyGate:
    """Opens a veil for each task, from all of the user's texts that the task rests on."""

    forms: tuple[Form, ...]
    journal: Journal | None = None

    @classmethod
    def over(cls, catalogue: Catalogue, journal: Journal | None = None) -> "PrivacyGate":
        """Return the gate that knows the labels of all forms of a catalogue, of each form the newest."""
        oldest_first = sorted(catalogue.programmes, key=lambda one: (one.info.year, one.id))
        forms = {form.name: form for programme in oldest_first for form in programme.forms}
        return cls(forms=tuple(forms.values()), journal=journal)

    def open(self, texts: Sequence[str]) -> PlaceholderVeil:
        """Return the veil of one task; see `Gate`.

        Raises:
            WithheldError: a text bears a mark of secrecy.
        """
        refuse_marked(texts)
        return PlaceholderVeil(tuple(dict.fromkeys(find_personal(texts, self.forms))), self.journal)
