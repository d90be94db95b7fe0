import pytest

from assistant.domain.direction import Direction, Limit
from assistant.domain.notice import Span
from assistant.domain.programme import ProgrammeInfo
from assistant.library.guide_counts import Body, find_differences
from assistant.library.guide_flow import split_clauses, split_sentences
from assistant.library.guide_limits import find_limits, find_ratio
from assistant.library.guides import parse_guide
from assistant.text import squash

INFO = ProgrammeInfo(
    id="sample-2020",
    doc="sample-2020",
    number=0,
    title="样例专项申报指南",
    short_title="样例专项",
    aliases=(),
    issuer="",
    document_no=None,
    issued_on=None,
    deadline=None,
    year=2020,
    sha256="",
    supersedes=None,
)
BODY = "研究内容：研究。\n\n考核指标：一套。\n\n"


def limits(text: str) -> list[Limit]:
    pieces = (Span(0, len(text)),)
    return [limit for sentence in split_sentences(text, pieces) for limit in find_limits(text, sentence, "programme")]


def read(preamble: str, *directions: str) -> tuple[Direction, ...]:
    return parse_guide(f"{preamble}\n\n1. 领域\n\n" + "\n\n".join(directions), INFO).directions


def pick(direction: Direction, kind: str) -> list[tuple[float | None, float | None, str, str]]:
    return [
        (limit.minimum, limit.maximum, limit.applies_to, limit.scope)
        for limit in direction.limits
        if limit.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "binding"),
    [
        ("实施周期不超过 3年。", None, 3, True),
        ("实施周期 3~5年。", 3, 5, True),
        ("项目执行期原则上为 3—5年。", 3, 5, False),
        ("实施周期一般不超过3年。", None, 3, False),
        ("除特殊说明外实施周期不超过 4 年。", None, 4, True),
        ("实施周期为4年。", 4, 4, True),
        ("原则上，每个项目实施年限不超过 3年。", None, 3, False),
    ],
)
def test_periods_are_read_with_their_bounds_and_force(
    text: str,
    minimum: float | None,
    maximum: float,
    binding: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert [(item.kind, item.minimum, item.maximum, item.binding) for item in limits(text)] == [
        ("duration_years", minimum, maximum, binding)
    ]


def test_categories_go_on_until_others_are_named() -> None:
    text = (
        "基础研究类项目下设课题数不超过 4个，项目参与单位总数不超过6家，共性关键技术类和示范应用类项目下设课题数"
        "不超过 5个，项目参与单位总数不超过 10 家。"
    )
    assert [(item.kind, item.applies_to, item.maximum) for item in limits(text)] == [
        ("subprojects", "基础研究类", 4),
        ("units", "基础研究类", 6),
        ("subprojects", "共性关键技术类", 5),
        ("subprojects", "示范应用类", 5),
        ("units", "共性关键技术类", 10),
        ("units", "示范应用类", 10),
    ]


def test_youth_projects_have_limits_of_their_own() -> None:
    text = "拟部署 5个青年科学家项目，每个项目 500万元。青年科学家项目不再下设课题，项目参与单位总数不超过 3家。"
    assert [(item.kind, item.maximum, item.binding) for item in limits(text)] == [
        ("youth_budget_wan_yuan", 500, False),
        ("youth_subprojects", 0, True),
        ("youth_units", 3, True),
    ]


def test_sides_of_a_cooperation_are_told_apart() -> None:
    text = "项目不下设任务（或课题），中方参与单位总数不超过 10 家。须有 1 个（或以上）国（境）外单位共同参与申报。"
    assert [(item.kind, item.applies_to, item.minimum, item.maximum) for item in limits(text)] == [
        ("subprojects", "", None, 0),
        ("units", "中方", None, 10),
        ("units", "国（境）外", 1, None),
    ]


def test_numbers_of_projects_are_read_and_definitions_are_not() -> None:
    text = "本方向拟支持不超过 6个项目。在选矿等五个方向分别支持 4个项目。“拟支持数为 1~2项”是指：可同时支持。"
    assert [(item.minimum, item.maximum) for item in limits(text)] == [(None, 6), (20, 20)]


def test_one_leader_for_the_project_and_one_for_each_subproject() -> None:
    assert [(item.applies_to, item.maximum) for item in limits("项目设 1 名负责人，每个课题设 1名负责人。")] == [
        ("", 1),
        ("课题", 1),
    ]


@pytest.mark.parametrize(
    ("clause", "ratio"),
    [
        ("配套经费与国拨经费的比例不低于2:1", "2:1"),
        ("其他经费（包括地方财政经费、单位出资等）与中央财政经费比例不低于2：1", "2:1"),
        ("地方财政投入与中央财政投入不低于1:1", "1:1"),
        ("企业提供的其他经费与中央财政经费比例不低于1:2", "1:2"),
        ("水与溶剂的比例不低于2:1", None),
        ("国拨经费概算不低于2亿元", None),
    ],
)
def test_a_ratio_is_one_of_funds(clause: str, ratio: str | None) -> None:
    assert find_ratio(clause) == ratio


def test_two_ratios_of_one_sentence_are_kept_apart_with_who_pays() -> None:
    direction = read(
        "现发布指南。",
        "1.1 治理\n\n" + BODY + "有关说明：由各省组织申报，地方财政投入与中央财政投入不低于 1:1，"
        "其他经费（包括单位出资，社会渠道）和中央财政经费比例不低于 2:1。",
    )[0]
    assert [ratio.text for ratio in direction.ratios] == [
        "地方财政投入与中央财政投入不低于1:1",
        "其他经费（包括单位出资，社会渠道）和中央财政经费比例不低于2:1。",
    ]
    assert direction.matching_funds == "1:1"


def test_the_nearest_scope_replaces_limits_of_the_same_kind_only() -> None:
    first, second = read(
        "基础研究类项目下设课题数不超过 4个，示范应用类项目下设课题数不超过 5个。实施周期不超过 3年。",
        "1.1 钢\n\n" + BODY + "有关说明：本项目为临床研究类项目，下设课题数不超过 6个。",
        "1.2 铜（基础研究类）\n\n" + BODY + "有关说明：项目实施周期不超过 4年。",
    )
    assert pick(first, "subprojects") == [(None, 6, "临床研究类", "direction")]
    assert pick(first, "duration_years") == [(None, 3, "", "programme")]
    assert pick(second, "subprojects") == [(None, 4, "基础研究类", "programme")]
    assert pick(second, "duration_years") == [(None, 4, "", "direction")]
    assert "实施周期不超过3年。" not in [item.text for item in second.requirements]


def test_rules_of_youth_projects_stand_only_with_directions_that_are_open_to_them() -> None:
    youth, other, named = read(
        "青年科学家项目不再下设课题。项目负责人年龄要求，青年科学家项目男性应为 1983 年 1 月 1 日以后出生。"
        "原则上团队其他参与人员年龄要求同上。",
        "1.1 钢（青年科学家项目）\n\n" + BODY,
        "1.2 铜\n\n" + BODY,
        "1.3 锡\n\n" + BODY + "有关说明：该任务作为青年科学家项目，由青年科学家牵头申报。",
    )
    assert len(youth.requirements) == 3
    assert other.requirements == ()
    assert [item.scope for item in named.requirements] == ["direction", "programme", "programme", "programme"]


def test_a_sentence_about_parts_of_the_guide_binds_the_areas_of_those_parts() -> None:
    preamble = (
        "围绕科学仪器、科研试剂和实验动物等三个方向进行布局。科学仪器方向各项目自筹经费与国拨经费比例不低于 1:1。"
        "科研试剂和科学仪器两部分指南方向（除 3.1外）须由企业联合申报。"
    )
    areas = ("1. 通用科学仪器", "2. 核心部件", "3. 化学试剂", "4. 动物模型")
    body = "\n\n".join(
        f"{area}\n\n{number}.1 甲\n\n{BODY}{number}.2 乙\n\n{BODY}" for number, area in enumerate(areas, start=1)
    )
    directions = parse_guide(f"{preamble}\n\n{body}", INFO).directions
    assert [direction.number for direction in directions if direction.matching_funds] == ["1.1", "1.2", "2.1", "2.2"]
    joint = [
        direction.number for direction in directions if any("联合申报" in item.text for item in direction.requirements)
    ]
    assert joint == ["1.1", "1.2", "2.1", "2.2", "3.2"]


def test_partners_asked_for_among_the_indicators_are_requirements() -> None:
    direction = read(
        "现发布指南。",
        "1.1 钢\n\n研究内容：研究。\n\n"
        "考核指标：须有2个以上国家的合作单位参与；强度提高 5%；同 3个以上国家（地区）合作。\n",
    )[0]
    assert [item.text for item in direction.requirements] == [
        "须有2个以上国家的合作单位参与",
        "同3个以上国家（地区）合作。",
    ]


def test_sentences_about_ethics_and_aims_are_not_repeated_with_a_direction() -> None:
    direction = read(
        "为落实部署，启动“健康保障”专项。涉及人体研究的须由伦理委员会审查。指南坚持全链条部署，应具备基础。"
        "实施周期不超过 3年。",
        "1.1 钢\n\n" + BODY,
    )[0]
    assert [item.text for item in direction.requirements][-1] == "实施周期不超过3年。"
    assert all("伦理" not in item.text and "启动" not in item.text for item in direction.requirements)


def test_a_sentence_broken_by_a_page_number_is_whole_and_its_quote_stands_in_the_notice() -> None:
    text = "实施周期不\n\n— 19 —\n\n超过 3年，项目参与单位总数不超过 6家。"
    pieces = (Span(0, 5), Span(text.index("超"), len(text)))
    (sentence,) = split_sentences(text, pieces)
    assert sentence.text == "实施周期不超过3年，项目参与单位总数不超过6家。"
    assert squash(sentence.quote) in squash(text)
    assert sentence.span.slice(text) == "超过 3年，项目参与单位总数不超过 6家。"
    assert [clause.text for clause in split_clauses(text, sentence)] == [
        "实施周期不超过3年",
        "项目参与单位总数不超过6家。",
    ]
    assert [item.maximum for item in find_limits(text, sentence, "programme")] == [3, 6]


@pytest.mark.parametrize(
    ("preamble", "body", "messages"),
    [
        ("拟启动 22 个方向。", Body(4, 17, 0), ["前言写“拟启动22个方向”，正文有17个方向。"]),
        ("共计 39 个二级指南方向。", Body(10, 39, 0), []),
        ("拟支持 39个项目。此外，拟支持 16个青年科学家项目。", Body(10, 42, 3), []),
        ("拟支持 39个项目。", Body(10, 42, 3), ["前言写“拟支持39个项目”，正文有42个方向。"]),
        (
            "围绕甲、乙等 9个技术方向，拟部署 5个青年科学家项目。",
            Body(4, 17, 8),
            ["前言写“等9个技术方向”，正文有8个标注青年科学家项目的方向。"],
        ),
        ("围绕甲、乙等四个任务，拟启动 5 个方向。", Body(3, 5, 0), ["前言写“等四个任务”，正文有3个一级标题。"]),
    ],
)
def test_counts_that_the_body_does_not_keep_are_reported_with_both_numbers(
    preamble: str, body: Body, messages: list[str]
) -> None:
    assert [item.message for item in find_differences(preamble, (Span(0, len(preamble)),), body)] == messages
