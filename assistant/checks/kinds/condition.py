"""Kind `condition`: what else a direction asks of the units is offered in the draft."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.demands import Condition, list_conditions
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.reading import read_units
from assistant.checks.parsing.proposals.unit_kinds import UnitKind
from assistant.checks.subject import Passage, Subject
from assistant.domain.direction import Direction
from assistant.domain.form import FieldRole
from assistant.domain.kinds.conditions import ConditionRule
from assistant.text import bare, bigrams

_ACTORS: tuple[tuple[re.Pattern[str], UnitKind, tuple[UnitKind, ...], str], ...] = (
    (re.compile(r"临床机构|医疗机构|医院"), "hospital", ("unclear", "dependent", "public-institution"), "医疗机构"),
    (re.compile(r"企业"), "enterprise", ("unclear", "subsidiary"), "企业"),
)
"""Words for a unit, its kind, kinds that may be it, its name in findings."""
_PLACES: tuple[FieldRole, ...] = ("title", "direction", "content", "indicators")
"""Items that tell what is planned; a possession has to be told of as a fact there."""
_FACT = re.compile(r"已|前期|现有|拥有|建有|具备|具有|积累")
_POSSESSION = re.compile(r"具备|具有|有|已|建有|拥有")
_NOT_GIVEN = re.compile(
    r"没有|尚无|暂无|尚未|还未|未(?:来函|开展|承担|取得|建|能|获|参与|参加|安排|落实|提供|具备)|不(?:具备|承担|参与|参加|包括|含|开展|从事|负责|安排)|缺[乏少]|"
    r"另行委托|委托(?!单位|方)|立项(?:之)?后|拟(?!合)|计划(?!书)|将(?:另|在|于|建|开展|委托|新建)|待(?:定|建|落实)|无(?!创|线|人|菌|损|源|机)"
)
_GENERAL = re.compile(
    r"^(?:应|须|需|必须|要)+|前期|良好|较好|较强|较高|一定|丰富|成熟|初具规模|稳定|长期|持续|相关|必需|能够|可|已有|已|有|具备|具有|建有|拥有|"
    r"综合实力|工作基础|研究基础|产业化能力|创新能力|组织能力|能力|实力|条件|基础|资源|整合度高|标准规定|规定|承担|承诺|提供|开展|并|如|的|等"
)
_SPLIT = re.compile(r"[（）()、，“”]|和(?!谐)|并|或|与")
_LEAST = 3
"""Characters from which words that remain are concrete enough to look for."""
_COVERED = 0.34
"""Share of a phrase's pairs of characters in one clause from which the clause may be about it."""
_TOUCHED = 0.2
"""Share from which a clause tells of a deed."""
_ABOUT = 0.5
"""Share from which a denial is about it."""
_LATIN = re.compile(r"[A-Za-z]{3,}")


def judge(_rule: ConditionRule, subject: Subject) -> Judgement:
    """Find what is denied, what no unit can do, and what the draft does not mention; vague conditions are asked."""
    direction = find_direction(subject)
    conditions = list_conditions(direction) if direction else []
    if direction is None or not conditions:
        return Silent()
    flaws = [_build(subject, direction, one, why) for one in conditions if (why := _find_lack(subject, one))]
    if flaws:
        return Found(tuple(flaws))
    asked = "；".join(dict.fromkeys(f"{one.subject}{one.words}" for one in conditions))
    return Unsure(f"方向{direction.number}的条件是否满足：{shorten(asked, 100)}？") if asked else Kept()


def _find_lack(subject: Subject, condition: Condition) -> str | None:
    lacking = _find_lacking_unit(subject, condition)
    if lacking:
        return lacking
    phrases = _list_phrases(condition.words)
    if not phrases:
        return None
    clauses = [
        (passage, clause.strip())
        for passage in subject.passages()
        if not passage.hidden
        for clause in re.split(r"[。；;\n]", passage.text)
        if clause.strip()
    ]
    for phrase in phrases:
        denied = [clause for _, clause in clauses if _is_denied(phrase, clause)]
        if denied:
            return f"稿中写着“{shorten(denied[0], 60)}”"
    given = [phrase for phrase in phrases if any(_is_given(subject, condition, phrase, *one) for one in clauses)]
    if any(_LATIN.search(phrase) for phrase in given) or 2 * len(given) >= len(phrases):
        return None
    return f"没有写到“{'”“'.join(phrase for phrase in phrases if phrase not in given)}”"


def _find_lacking_unit(subject: Subject, condition: Condition) -> str | None:
    units = subject.recall(read_units)
    for words, kind, doubtful, name in _ACTORS:
        if words.search(condition.subject) and units.listed:
            kinds = {unit.kind for unit in units.all}
            if kind not in kinds and not kinds & set(doubtful):
                return f"参与单位中没有{name}"
    return None


def _list_phrases(words: str) -> list[str]:
    pieces = (_find_core(piece) for piece in _SPLIT.split(words))
    return [piece for piece in pieces if len(bare(piece)) >= _LEAST]


def _find_core(piece: str) -> str:
    """Return the concrete words of the noun that 的 leads to, or of the whole where that noun is general."""
    noun = _GENERAL.sub("", piece.rpartition("的")[2])
    return noun if len(bare(noun)) > _LEAST else _GENERAL.sub("", piece)


def _cover(phrase: str, clause: str) -> float:
    wanted = bigrams(phrase)
    return len(wanted & bigrams(clause)) / len(wanted) if wanted else 0.0


def _is_denied(phrase: str, sentence: str) -> bool:
    """A clause of the sentence denies, or puts off, what that clause is about."""
    parts = re.split(r"[，,]", sentence)
    return any(_NOT_GIVEN.search(part) and _cover(phrase, part) >= _ABOUT for part in parts)


def _is_given(subject: Subject, condition: Condition, phrase: str, passage: Passage, clause: str) -> bool:
    """What a unit has is named by its noun and told as a fact; what it will do may be said in other words."""
    if _NOT_GIVEN.search(clause):
        return False
    if not _POSSESSION.search(condition.words):
        return _cover(phrase, clause) >= _TOUCHED and _names_actor(subject, condition, clause)
    if _cover(phrase, clause) < _COVERED or (bare(phrase)[-2:] not in bare(clause) and not _LATIN.search(phrase)):
        return False
    planned = any(passage.label in subject.context.form.find_labels(role) for role in _PLACES)
    return not planned or bool(_FACT.search(clause))


def _names_actor(subject: Subject, condition: Condition, clause: str) -> bool:
    """The deed is told of the kind of unit that the direction means; of one that leads or applies it goes without."""
    for words, kind, _, _ in _ACTORS:
        if words.search(condition.subject):
            names = [unit.name for unit in subject.recall(read_units).all if unit.kind == kind]
            return bool(words.search(clause)) or any(name in clause for name in names)
    return True


def _build(subject: Subject, direction: Direction, condition: Condition, why: str) -> Flaw:
    return Flaw(
        where=subject.place_as("units"),
        evidence=why,
        detail=why,
        measured=None,
        allowed=f"{condition.subject}{condition.words}",
        source=subject.context.cite(condition.requirement, direction),
    )
