"""The sections of a draft that answer its direction."""

from assistant.checks.coverage.cover import Covering, Text, cover
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.subject import Subject

RESEARCH, INDICATORS, HELP = "研究内容", "考核指标", "课题设置"


def read_covering(subject: Subject) -> Covering | None:
    """Return the draft beside its direction, None where that is not known; ask with `subject.recall`.

    A draft without either section answers with all that it says.
    """
    direction = find_direction(subject)
    if direction is None:
        return None
    research = [Text(label, subject.text(label)) for label in (RESEARCH, HELP)]
    indicators = [Text(INDICATORS, subject.text(INDICATORS))]
    if not any(one.text for one in (*research, *indicators)):
        whole = "\n".join(passage.text for passage in subject.passages() if not passage.hidden)
        research = indicators = [Text("", whole)]
    return cover(direction, subject.context.directions, research, indicators)
