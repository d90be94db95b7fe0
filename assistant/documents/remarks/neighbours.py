"""Where a remark about a field hangs: at the field, or for a missing one where the form would have it."""

from assistant.domain.draft import Draft, Location
from assistant.domain.form import Form


def find_neighbours(draft: Draft, form: Form) -> dict[str, Location]:
    """Return a place by label: the field's own, else the end of the one that the form has before it.

    A field before which the draft has none of the form hangs at the first that it has. Empty without any field.
    """
    places = {one.label: one.where for one in reversed(draft.fields)}
    ends = {one.label: one.lines[-1].where if one.lines else one.where for one in draft.fields}
    behind = next((places[spec.label] for spec in form.fields if spec.label in places), None)
    for spec in form.fields:
        if spec.label not in places and behind is not None:
            places[spec.label] = behind
        behind = ends.get(spec.label, behind)
    return places
