"""The sections of a draft that answer its direction."""

from assistant.checks.coverage.cover import Covering, Text, cover
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.subject import Subject

RESEARCH, INDICATORS, HELP = "研究内容", "考核指标", "课题设置"
_NAMED = frozenset((RESEARCH, INDICATORS, HELP, "项目名称", "指南方向", "申报专项"))
"""Fields that are read in their own place, or that name the direction whatever the content is."""


def read_covering(subject: Subject) -> Covering | None:
    """Return the draft beside its direction, None where that is not known; ask with `subject.recall`.

    A draft without either section answers with all that it says.
    """
    direction = find_direction(subject)
    if direction is None:
        return None
    research = [Text(label, subject.text(label)) for label in (RESEARCH, HELP)]
    indicators = [Text(INDICATORS, subject.text(INDICATORS))]
    shown = [passage for passage in subject.passages() if not passage.hidden]
    if not any(one.text for one in (*research, *indicators)):
        research = indicators = [Text("", "\n".join(passage.text for passage in shown))]
    elsewhere = [Text(one.label, one.text) for one in shown if one.label not in _NAMED]
    return cover(direction, subject.context.directions, research, indicators, elsewhere)
