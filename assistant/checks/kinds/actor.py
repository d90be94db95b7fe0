"""Kind `actor`: the draft says that the right person did something."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, shorten
from assistant.checks.subject import Subject
from assistant.domain.kinds.procedure import ActorRule
from assistant.patterns import compiled
from assistant.text import bare

_SENTENCE = re.compile(r"[^。；\n]+")


def judge(rule: ActorRule, subject: Subject) -> Judgement:
    """Take the person named nearest before each deed as the one who did it."""
    labels = subject.labels(rule.fields)
    texts = [subject.text(label) for label in labels]
    if not any(map(bare, texts)) or not all(bare(subject.text(label)) for label in subject.labels(rule.needs)):
        return Silent()
    named: list[str] = []
    for sentence in _SENTENCE.findall("\n".join(texts)):
        for deed in compiled(rule.deed).finditer(sentence):
            person = _find_nearest(rule, sentence[: deed.start()])
            if person and compiled(rule.actors).fullmatch(person):
                return Kept()
            named.append(sentence.strip())
    evidence = shorten(named[0], 80) if named else "没有找到相应的句子"
    where = subject.place(labels[-1], named[0][:20] if named else "")
    return Found((Flaw(where=where, evidence=evidence, detail="写明的不是要求的人" if named else "没有写明"),))


def _find_nearest(rule: ActorRule, before: str) -> str | None:
    persons = list(re.finditer(f"(?:{rule.others})|(?:{rule.actors})", before))
    return persons[-1].group() if persons else None
