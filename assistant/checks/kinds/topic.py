"""Kind `subject`: title and content are about what the direction is about; a hint by shared words, never an error."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, shorten
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.topic import measure_topic
from assistant.checks.subject import Subject
from assistant.domain.kinds.proposals import SubjectRule


def judge(_rule: SubjectRule, subject: Subject) -> Judgement:
    """Find a title or a content that shares next to no words with the direction."""
    direction = find_direction(subject)
    topic = subject.recall(measure_topic)
    if direction is None or topic is None:
        return Silent()
    if not topic.other:
        return Kept()
    flaw = Flaw(
        where=subject.place_as("content" if topic.content_differs else "title"),
        evidence=shorten(subject.text_as("title")) or shorten(subject.text_as("content")),
        detail=f"{direction.number} {direction.title}",
        measured=f"{topic.content if topic.content_differs else topic.title:.0%}",
        allowed=direction.title,
    )
    return Found((flaw,))
