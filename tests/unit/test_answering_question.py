"""What a question is understood to ask: programme and year, kind of value, clause numbers, typing errors."""

import pytest

from assistant.answering.asked.addresses import find_clauses
from assistant.answering.asked.focus import Focus
from assistant.answering.asked.followups import fold
from assistant.answering.asked.question import understand
from assistant.answering.asked.scope import find_scope, find_years
from assistant.answering.asked.slots import find_slots, holds_value
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def corpus(catalogue: Catalogue) -> Corpus:
    return open_corpus(catalogue)


@pytest.mark.parametrize(
    ("question", "programmes"),
    [
        ("2022年科协难题征集什么时候截止", {"cast-2022"}),
        ("科协难题征集什么时候截止", {"cast-2022", "cast-2023"}),
        ("先导榜单的联系人", {"pioneer-2020"}),
        ("NQI专项的课题数", {"nkrd-2021-11"}),
        ("智慧社会专项的经费", {"nkrd-2021-09"}),
        ("战略合作专项的周期", {"sticoop-2022"}),
        ("BT与IT融合专项的青年项目", {"nkrd-2021-07"}),
        ("长江黄河专项和生物安全专项哪个经费多", {"nkrd-2021-02", "nkrd-2021-03"}),
    ],
)
def test_a_programme_is_told_by_its_names_and_their_parts(
    catalogue: Catalogue, question: str, programmes: set[str]
) -> None:
    scope = find_scope(fold(question), catalogue)
    assert {programme.id for programme in scope.programmes} == programmes
    assert scope.named


@pytest.mark.parametrize(
    "question",
    ["2024年科协难题征集几号截止", "2021年先导技术榜单找谁", "2022年病原学专项多少钱", "自然科学基金面上项目截止日期"],
)
def test_a_call_without_a_notice_is_named_as_missing(catalogue: Catalogue, question: str) -> None:
    scope = find_scope(fold(question), catalogue)
    assert scope.missing
    assert not scope.programmes


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("高温超导专项一般做几年", "高温超导"),
        ("有意报种业重点专项，配套要几比几", "种业"),
        ("碳达峰百强榜单怎么推荐", "碳达峰百强"),
        ("我们能报哪个专项", ""),
        ("同时报两个重点专项行吗", ""),
        ("妇幼专项给多少钱", ""),
        ("人物榜怎么评", ""),
    ],
)
def test_a_programme_that_no_notice_knows_is_named(catalogue: Catalogue, question: str, name: str) -> None:
    scope = find_scope(fold(question), catalogue)
    assert scope.sought == name
    assert (not scope.programmes) == bool(name)


def test_a_year_that_is_only_told_of_is_not_asked_for(corpus: Corpus) -> None:
    inquiry = understand("2023年征集几号截止？2022年是4月20日", corpus, None, ())
    assert {one.info.year for one in inquiry.scope.programmes} == {2023}


def test_what_is_shortened_or_said_in_english_is_read_as_calls_write_it() -> None:
    assert fold("青科项目形审，Key words几个") == "青年科学家项目形式审查,关键词几个"


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2022和2023两年的通知", (2022, 2023)),
        ("22年的通知", (2022,)),
        ("23版正文要写多长", (2023,)),
        ("GB/T 13745-2009是什么", ()),
        ("1962年1月1日以后出生", ()),
        ("二〇二二年的通知", (2022,)),
    ],
)
def test_years_are_those_of_calls_and_not_of_standards_or_births(question: str, years: tuple[int, ...]) -> None:
    assert find_years(fold(question)) == years


def test_mistyped_words_of_calls_are_put_right() -> None:
    assert fold("推建表要盖章吗，课提组几个") == "推荐表要盖章吗,课题组几个"
    assert fold("这个问题交到哪里") == "这个问题交到哪里"


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("几号截止", "date"), ("限多少字", "length"), ("PI年龄有要求吗", "age"), ("配套比例是多少", "ratio"),
        ("打哪个电话", "phone"), ("寄到哪里", "address"), ("几年", "duration"), ("最多几家单位", "count"),
        ("有哪些领域", "list"), ("在哪个城市开", "place"), ("颗粒度是什么意思", "definition"),
    ],
)  # fmt: skip
def test_the_kind_of_value_is_read_from_the_interrogative(question: str, slot: str) -> None:
    assert slot in {wanted.slot for wanted in find_slots(fold(question))}


@pytest.mark.parametrize(
    ("question", "sentence", "holds"),
    [
        ("几份", "委员会专家不少于15人", False),
        ("几份", "一式3份", True),
        ("几位专家", "委员会专家不少于15人", True),
        ("多少家单位", "须有1个(或以上)国(境)外单位共同参与", True),
        ("开几次会", "遴选10个前沿科学问题", False),
        ("多少字", "共发布100项", False),
    ],
)
def test_a_number_counts_only_with_the_counting_word_that_was_asked(
    question: str, sentence: str, *, holds: bool
) -> None:
    wanted = next(one for one in find_slots(question) if one.slot in {"count", "length"})
    assert holds_value(sentence, wanted) is holds


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("第四部分第2条", ("四、2",)),
        ("四、2怎么规定", ("四、2",)),
        ("附件3推荐报告模板的第二部分", ("附件3二",)),
        ("附件2里", ("附件2",)),
        ("第五条", ("五",)),
        ("最多推荐几条", ()),
    ],
)
def test_clauses_are_found_by_number_in_any_notation(
    catalogue: Catalogue, question: str, paths: tuple[str, ...]
) -> None:
    clauses = catalogue.find_programme("cast-2022").notice.clauses
    assert find_clauses(fold(question), clauses).paths == paths


def test_two_questions_in_one_are_parted(corpus: Corpus) -> None:
    inquiry = understand("NQI专项启动几个方向、多少钱？", corpus, None, ())
    assert [part.wanted[0].slot for part in inquiry.parts] == ["count", "money"]


def test_masks_of_what_questions_bring_do_not_pile_up(corpus: Corpus):
    made: list[str] = []

    def is_first(unit: Unit) -> bool:
        made.append(unit.clause)
        return unit is corpus.units[0]

    for number in range(1100):
        corpus.remember(("of a question", number), is_first if number == 0 else lambda _unit: False)
    once = len(made)

    assert corpus.remember(("of a question", 0), is_first).sum() == 1
    assert len(made) == 2 * once


def test_all_sentences_are_marked_as_one_by_one(corpus: Corpus):
    clauses = frozenset({("cast-2023", "二"), ("cast-2022", "附件1"), ("none", "一")})
    directions = frozenset({("nkrd-2021-01", "1.1"), ("sticoop-2022", "1.1")})
    focus = Focus(clauses=clauses, directions=directions, numbers=("1.1", "3.2"))

    marked = focus.mark(corpus).tolist()

    assert marked == [focus.includes(unit) for unit in corpus.units]
    assert 0 < sum(marked) < len(marked)
