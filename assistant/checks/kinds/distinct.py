"""Kind `distinct`: no entry of a list is repeated."""

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude
from assistant.checks.parsing.keywords import find_repeated
from assistant.checks.parsing.tally import list_entries
from assistant.checks.subject import Subject
from assistant.domain.kinds.amounts import DistinctRule


def judge(rule: DistinctRule, subject: Subject) -> Judgement:
    """Compare the entries of each list with one another."""
    lists = [(tally.field, list_entries(subject, tally.field, tally.of)) for tally in rule.tallies]
    if not any(entries for _, entries in lists):
        return Silent()
    return conclude(
        [
            Flaw(where=subject.place(label, word), evidence=word, detail=f"“{label}”中的“{word}”")
            for label, entries in lists
            for word in find_repeated(entries)
        ]
    )
