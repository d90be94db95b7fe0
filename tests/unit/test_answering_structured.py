"""What is read from the data: lists of directions, facts by slot, steps, sums and differences of years."""

import pytest

from assistant.answering.asked.focus import find_focus
from assistant.answering.asked.question import understand
from assistant.answering.asked.wording import mend_typing
from assistant.answering.kinds.compare import claim_comparison
from assistant.answering.kinds.structured import Structured, find_structured
from assistant.answering.saying.claims import Claim
from assistant.answering.saying.differing import find_own_words, is_same
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.answering.sentences.readings import find_slots_of
from assistant.answering.sentences.telling import find_behind, tell_apart
from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from assistant.text import squash


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def corpus(catalogue: Catalogue) -> Corpus:
    return open_corpus(catalogue)


def read(question: str, corpus: Corpus) -> Structured | None:
    inquiry = understand(question, corpus, None, ())
    return find_structured(inquiry, corpus, find_focus(inquiry, corpus))


def claims_of(question: str, corpus: Corpus) -> tuple[Claim, ...]:
    found = read(question, corpus)
    assert found is not None
    for claim in found.claims:
        for unit in claim.units:
            text = corpus.programmes[unit.programme].notice.text
            assert squash(unit.text) == squash(unit.span.slice(text))
            assert len(unit.text) <= 300
    return found.claims


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("自然灾害专项里由住建部组织申报的是哪个方向？", ["9.1"]),
        ("自然灾害专项哪些方向由应急管理部组织申报？", ["7.2", "8.1", "11.2"]),
        ("诊疗装备专项哪些方向由企业牵头，其他经费要2:1？", ["2.1", "2.2", "2.3", "2.4"]),
        ("诊疗装备专项哪些方向应由国家药品监督管理局推荐牵头单位？", ["4.2"]),
        ("战略性科技创新合作专项哪些方向写明“双方应具有深厚合作基础”以外的“国际合作团队应具有深厚合作基础”？", []),
        ("社会治理专项采用部省联动机制的方向有哪些？", ["3.1", "3.2", "3.3", "3.4"]),
        ("战略合作专项要求亚洲、欧洲、美洲单位都参加的是哪个方向？", ["2.1"]),
    ],
)
def test_the_directions_under_a_condition_are_listed_complete(
    question: str, numbers: list[str], corpus: Corpus
) -> None:
    if not numbers:
        assert read(question, corpus) is None
        return
    (claim, *_) = claims_of(question, corpus)
    listed = [part.split(" ")[0] for part in claim.text.partition("：")[2].split("；")]
    assert listed == numbers
    assert claim.derived
    said = {unit.direction for unit in claim.units if unit.kind in {"requirement", "indicator"}}
    assert said == set(numbers)


def test_a_quoted_phrase_is_looked_for_as_it_stands(corpus: Corpus) -> None:
    (claim,) = claims_of("战略合作专项哪些方向写了“国际合作团队应具有深厚合作基础”？", corpus)
    numbers = {unit.direction for unit in claim.units if "国际合作团队应具有深厚合作基础" in squash(unit.text)}
    assert len(numbers) > 1
    assert all(f"{number} " in claim.text for number in numbers)


def test_directions_that_lack_a_rule_are_those_that_no_sentence_gives_it_to(corpus: Corpus) -> None:
    (without,) = claims_of("战略合作专项哪些方向没有写配套经费？", corpus)
    guide = corpus.programmes["sticoop-2022"]
    assert "逐个查过" in without.text
    assert without.derived
    free = [one.number for one in guide.directions if not one.ratios]
    listed = [part.split(" ")[0] for part in without.text.partition("：")[2].split("；")]
    assert listed == free


def test_a_rule_of_the_whole_guide_is_lacked_by_no_direction(corpus: Corpus) -> None:
    found = read("病原学专项哪些方向没有规定实施周期？", corpus)
    assert found is None or not any("没有这一规定" in claim.text for claim in found.claims)


def test_repeated_sentences_of_a_list_are_quoted_with_what_stands_before_them(corpus: Corpus) -> None:
    own = [corpus.units[place] for place in corpus.own["sticoop-2022"]]
    same = [unit for unit in own if unit.kind == "requirement" and "不低于2:1" in unit.plain]
    assert len({unit.text for unit in same}) == 1
    apart = tell_apart(same, corpus)
    assert len({unit.text for unit in apart}) == len(same)
    assert not any(corpus.is_repeated(unit.programme, unit.text) for unit in apart)


def test_the_heading_behind_a_direction_may_be_an_area_with_words_of_its_own(corpus: Corpus) -> None:
    own = [corpus.units[place] for place in corpus.own["sticoop-2022"]]
    last = next(unit for unit in own if unit.direction == "8.2" and unit.kind == "requirement")
    behind = find_behind(last, corpus)
    assert behind is not None
    assert behind.clause == "9"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("诊疗装备专项3.1最多几个课题、多少家参与单位、做几年？", ["不超过6个", "不超过15家", "不超过3年"]),
        ("仪器专项第二部分每个项目几个课题、几家参与单位、做几年？", ["原则上", "不超过4个", "不超过3年"]),
        ("常见病专项总共启动几个方向、国拨多少钱、做几年？", ["22个方向", "5亿元", "不超过3年"]),
        ("病原学专项青年科学家项目每个多少钱，能不能下设课题？", ["每个项目500万元", "不再下设课题"]),
        ("仪器专项1.x和2.x的技术就绪度各是几级？", ["不低于8级", "达到9级"]),
    ],
)
def test_several_facts_are_read_from_the_direction_then_from_the_guide(
    question: str, said: list[str], corpus: Corpus
) -> None:
    text = "".join(claim.text for claim in claims_of(question, corpus))
    assert [words for words in said if words not in text] == []


def test_who_recommends_is_known_to_be_left_open_where_a_direction_does_not_say_it(corpus: Corpus) -> None:
    found = read("社会治理专项1.2由哪个部门组织申报？", corpus)
    assert found is not None
    assert not found.claims
    assert found.refused
    assert not found.rest


def test_what_asks_for_something_else_is_left_to_sentences(corpus: Corpus) -> None:
    found = read("诊疗装备专项哪些方向由企业牵头？青年人才年龄上限是多少？", corpus)
    assert found is not None
    assert [part.text for part in found.rest] == ["青年人才年龄上限是多少"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("周期多长", ["duration"]),
        ("支持几项、配套几比几", ["projects", "funds"]),
        ("最多几个课题,几家参与单位", ["subprojects", "units"]),
        ("推荐部门是谁", ["organiser"]),
        ("研究内容写什么", []),
    ],
)
def test_slots_are_told_by_their_wording(text: str, names: list[str]) -> None:
    assert [slot.name for slot, _ in find_slots_of(text)] == names


def test_the_steps_of_a_procedure_come_in_order_with_their_dates(corpus: Corpus) -> None:
    (claim,) = claims_of("2020年先导榜单整个流程分几个阶段，每个阶段什么时间？", corpus)
    places = [claim.text.index(words) for words in ("推荐阶段", "初评阶段", "终审阶段", "榜单发布阶段")]
    assert places == sorted(places)
    assert "12月中旬" in claim.text


def test_steps_without_dates_are_said_to_have_none(corpus: Corpus) -> None:
    steps, absence = claims_of("2023年推荐流程每一步的时间节点是什么？", corpus)
    assert "广泛征集" in steps.text
    assert "没有标注" in absence.text
    assert absence.derived


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("先导榜单5个领域，一家单位加起来最多推荐几项？", "10项"),
        ("2023年三类问题，一家推荐单位一共最少几个最多几个？", "9至15个"),
        ("先导榜单推荐表里技术团队简介和技术水平介绍合计多少字？", "800字"),
        ("NQI专项和病原学专项的青年科学家项目单个经费相差多少？", "300万元"),
        ("生育健康专项和社会治理专项国拨经费相差多少？", "3.6亿元"),
    ],
)
def test_a_figure_is_computed_from_the_sentences_that_it_cites(question: str, result: str, corpus: Corpus) -> None:
    claims = claims_of(question, corpus)
    assert claims[-1].derived
    assert result in claims[-1].text
    assert claims[-1].units


def test_the_largest_of_the_guides_is_cited_with_its_name(corpus: Corpus) -> None:
    (claim,) = claims_of("12个专项里国拨经费第二少也算少，最少的是哪个专项？", corpus)
    assert "生物安全" in claim.text
    assert any("“生物安全关键技术研究”重点专项" in unit.text for unit in claim.units[:2])


def compare(question: str, corpus: Corpus) -> list[Claim]:
    inquiry = understand(question, corpus, None, ())
    return claim_comparison(inquiry, corpus, (), find_focus(inquiry, corpus))


def test_items_of_two_years_are_set_side_by_side_with_what_one_lacks(corpus: Corpus) -> None:
    claims = compare("成立专家推荐委员会、确定并提交问题，2022年和2023年是不是都写了日期，有何不同？", corpus)
    assert any("2022年2月13日" in claim.text for claim in claims)
    assert any("没有标注时间" in claim.text and claim.programmes == ("cast-2023",) for claim in claims)
    assert {unit.programme for claim in claims for unit in claim.units} == {"cast-2022", "cast-2023"}


def test_one_word_more_is_no_agreement(corpus: Corpus) -> None:
    units = [unit for unit in corpus.units if "征集范围原则上覆盖" in unit.plain]
    first, second = sorted(units, key=lambda unit: unit.programme)
    assert not is_same(first, second)
    assert find_own_words(first, second)
    assert is_same(first, first)


def test_mistyped_words_of_guides_are_mended() -> None:
    assert mend_typing("国波经费概蒜多少,实施周其几年") == "国拨经费概算多少,实施周期几年"
    assert mend_typing("青年科学佳") == "青年科学家"


def test_the_guides_with_a_figure_are_those_whose_rule_gives_it(corpus: Corpus) -> None:
    (duration,) = claims_of("12个专项里哪些专项的周期是3~5年？", corpus)
    assert {unit.programme for unit in duration.units} == {f"nkrd-2021-{number}" for number in ("02", "05", "11", "12")}
    (each,) = claims_of("哪几个专项的青年科学家项目每个200万元？", corpus)
    assert {unit.programme for unit in each.units} == {"nkrd-2021-11"}


def test_how_many_projects_a_guide_supports_may_mean_all_or_those_of_a_direction(corpus: Corpus) -> None:
    (claim,) = claims_of("自然灾害专项最多支持几个项目？", corpus)
    assert "拟启动22个项目" in claim.text
    assert "1~2项" in claim.text


def test_what_a_direction_studies_tells_it(corpus: Corpus) -> None:
    (claim,) = claims_of("战略合作专项哪个方向研究储氢？", corpus)
    assert "4.1 " in claim.text
