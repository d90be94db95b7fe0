"""Questions written for sentences: found again in other words, and of no weight for what they do not ask."""

import math
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.sentences.asking import NOT_SILENT, Asking, gather_asking
from assistant.answering.sentences.units import Unit, build_units
from assistant.answering.sentences.written import tokenise
from assistant.domain.notice import Clause, Notice, Span
from assistant.domain.programme import Asked, Programme, ProgrammeInfo, Silence

TEXT = "至4月20日止。每个单位各3-5个。"
LIMIT = TEXT.index("每")


@pytest.fixture
def programme() -> Programme:
    span = Span(0, len(TEXT))
    clause = Clause(path="一", title="", kind="prose", span=span, pieces=(span,), parent=None)
    info = ProgrammeInfo(
        id="made-2026", doc="made-2026", number=0, title="", short_title="", aliases=(), issuer="", document_no=None,
        issued_on=date(2026, 1, 1), deadline=None, year=2026, sha256="", supersedes=None,
    )  # fmt: skip
    asked = (
        Asked(span=Span(0, LIMIT), asks=("最晚几号要交", "什么时候截止")),
        Asked(span=Span(LIMIT, len(TEXT)), asks=("一家能报几条", "名额有多少")),
    )
    notice = Notice(text=TEXT, clauses=(clause,))
    return Programme(
        info=info, notice=notice, directions=(), rules=(), forms=(), asked=asked, expansions={}
    )  # fmt: skip


@pytest.fixture
def units(programme: Programme) -> tuple[Unit, ...]:
    return tuple(build_units(programme))


def rate(asking: Asking, question: str, place: int) -> float:
    return float(asking.nearest(asking.read(question))[place])


def test_a_question_in_other_words_is_nearest_to_its_own_sentence(programme: Programme, units: tuple[Unit, ...]):
    asking = gather_asking([programme], units, {programme.id: range(len(units))})

    vector = asking.read("我们一家学会最多能报几条啊")

    nearest = asking.nearest(vector)
    rated = {unit.body: nearest[place] for place, unit in enumerate(units)}
    assert rated["每个单位各3-5个。"] > rated["至4月20日止。"]


def test_a_written_question_is_wholly_alike_and_a_strange_one_not_at_all(programme: Programme, units: tuple[Unit, ...]):
    asking = gather_asking([programme], units, {programme.id: range(len(units))})
    place = next(place for place, unit in enumerate(units) if unit.body.startswith("至"))

    assert rate(asking, "请问什么时候截止呢？", place) == pytest.approx(1)
    assert rate(asking, "奖金发放", place) == 0
    assert rate(asking, "？", place) == 0


def test_sentences_without_written_questions_have_none(programme: Programme, units: tuple[Unit, ...]):
    asking = gather_asking([programme], units, {programme.id: ()})

    assert asking.written.size == 0
    assert not asking.nearest(asking.read("什么时候截止")).any()


def test_latin_words_are_alike_whole_or_not_at_all(programme: Programme, units: tuple[Unit, ...]):
    asked = Asked(span=Span(0, LIMIT), asks=("deadline是哪天",))
    other = replace(programme, asked=(asked,))
    asking = gather_asking([other], units, {programme.id: range(len(units))})
    place = next(place for place, unit in enumerate(units) if unit.body.startswith("至"))

    assert rate(asking, "deadline", place) > 0
    assert rate(asking, "dead lines adline", place) == 0


def test_a_question_on_what_is_not_said_is_nearest_to_that_silence_within_the_programmes_asked(
    programme: Programme, units: tuple[Unit, ...]
):
    silence = Silence(topic="奖金", words=("奖金",), asks=("入选有多少奖金", "给不给奖励"))
    silent = replace(programme, silences=(silence,))
    asking = gather_asking([silent], units, {programme.id: range(len(units))})
    likeness = asking.read("选上了奖金有多少")

    found = asking.find_silence(likeness, programme.id)

    assert found.topic == silence
    assert found.odds > 0
    assert found.nearest > asking.nearest(likeness).max()
    assert asking.find_silence(likeness, "another") == NOT_SILENT


def test_several_near_questions_speak_louder_than_one(programme: Programme, units: tuple[Unit, ...]):
    asking = gather_asking([programme], units, {programme.id: range(len(units))})
    likeness = asking.read("一家名额能有几条")

    assert asking.crowd(likeness).max() > asking.nearest(likeness).max()


def test_a_centre_is_the_sum_of_its_questions_as_vectors_of_rare_tokens(programme: Programme, units: tuple[Unit, ...]):
    silence = Silence(topic="奖金", words=("奖金",), asks=("入选有多少奖金", "给不给奖励", "奖金何时发"))
    asking = gather_asking([replace(programme, silences=(silence,))], units, {programme.id: range(len(units))})
    written = [*silence.asks, *(ask for one in programme.asked for ask in one.asks)]
    counts = Counter(token for ask in written for token in set(tokenise(ask)))

    def weigh(text: str) -> Counter[str]:
        rare = {token: math.log(1 + (1 + len(written)) / max(counts[token], 1)) for token in set(tokenise(text))}
        length = math.hypot(*rare.values())
        return Counter({token: weight / length for token, weight in rare.items()})

    asked, summed = weigh("奖金几号发"), Counter[str]()
    for ask in silence.asks:
        summed.update(weigh(ask))
    centre = sum(weight * summed[token] for token, weight in asked.items()) / math.hypot(*summed.values())

    assert asking.find_silence(asking.read("奖金几号发"), programme.id).centre == pytest.approx(centre)
