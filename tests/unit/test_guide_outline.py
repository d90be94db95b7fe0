from assistant.domain.programme import ProgrammeInfo
from assistant.library.guides import Guide, parse_guide

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
PREAMBLE = "为落实部署，现发布指南。每个项目拟支持数为 1~2项，实施周期不超过 3年。\n\n"


def parse(body: str) -> Guide:
    return parse_guide(PREAMBLE + body, INFO)


def numbers(body: str) -> list[str]:
    return [direction.number for direction in parse(body).directions]


def test_a_decimal_at_the_start_of_a_line_is_no_heading_even_when_it_is_the_number_expected_next() -> None:
    body = (
        "1. 传感技术\n\n1.1 光纤传感\n\n研究内容：研究传感。\n\n"
        "考核指标：回波损耗优于\n\n1.2 dB（典型值），温度低于\n\n"
        "1.2℃，重量不超过\n\n1.2 千克。\n\n1.2 声学传感\n\n研究内容：研究声学。\n\n考核指标：样机 1套。\n"
    )
    directions = parse(body).directions
    assert [direction.number for direction in directions] == ["1.1", "1.2"]
    assert directions[0].assessment_indicators == "回波损耗优于1.2 dB（典型值），温度低于1.2℃，重量不超过1.2千克。"


def test_a_heading_is_found_where_the_text_before_it_lacks_its_full_stop() -> None:
    body = (
        "1. 材料\n\n1.1 钢\n\n研究内容：炼钢。\n\n考核指标：完成验证\n\n"
        "1.2 铜\n\n研究内容：炼铜。\n\n考核指标：一套。\n"
    )
    assert numbers(body) == ["1.1", "1.2"]


def test_headings_without_a_space_or_with_a_full_width_dot_are_found() -> None:
    body = (
        "1.材料\n\n1.1“新型”钢材\n\n研究内容:炼钢。\n\n考核指标:一套。\n\n"
        "1．2DNA 存储\n\n研究内容：存储。\n\n考核指标：一套。\n"
    )
    assert numbers(body) == ["1.1", "1.2"]


def test_number_ten_follows_nine_and_is_not_one() -> None:
    body = "1. 部件\n\n" + "".join(
        f"1.{number} 部件{number}型\n\n研究内容：研制。\n\n考核指标：一套。\n\n" for number in range(1, 12)
    )
    found = parse(body).directions
    assert [direction.number for direction in found][-2:] == ["1.10", "1.11"]
    assert found[9].title == "部件10型"


def test_an_appended_part_that_restarts_the_numbers_belongs_to_no_direction() -> None:
    body = (
        "1. 材料\n\n1.1 钢\n\n研究内容：炼钢。\n\n考核指标：一套。\n\n样例专项项目申报指南形式审查条件要求\n\n"
        "1. 推荐程序\n\n(1) 出具推荐函。\n\n2. 申报人条件\n\n(1) 具有高级职称。\n"
    )
    guide = parse(body)
    assert [direction.number for direction in guide.directions] == ["1.1"]
    assert guide.directions[0].assessment_indicators == "一套。"
    assert "形式审查条件2（1）" in [clause.path for clause in guide.clauses]


def test_a_numbered_list_inside_a_requirement_opens_no_area() -> None:
    body = (
        "1. 材料\n\n1.1 钢\n\n研究内容：炼钢。\n\n考核指标：一套。\n\n有关说明：应有以下条件：\n\n"
        "2. 有队列。\n\n3.牵头单位需具备实力。\n\n1.2 铜\n\n研究内容：炼铜。\n\n考核指标：一套。\n"
    )
    guide = parse(body)
    assert [direction.number for direction in guide.directions] == ["1.1", "1.2"]
    assert [item.text for item in guide.directions[0].requirements][:2] == [
        "应有以下条件：2.有队列。",
        "3.牵头单位需具备实力。",
    ]


def test_a_number_left_out_is_reported_and_the_rest_is_read() -> None:
    body = "1. 材料\n\n" + "".join(
        f"1.{number} 材料研究\n\n研究内容：研制。\n\n考核指标：一套。\n\n" for number in (1, 3, 4)
    )
    guide = parse(body)
    assert [direction.number for direction in guide.directions] == ["1.1", "1.3", "1.4"]
    assert [note.message for note in guide.notes] == ["编号应为“1.2”，原文为“1.3”。"]


def test_an_area_holds_its_paragraph_and_spans_its_directions() -> None:
    body = "1. 材料\n\n原则上，每个项目下设课题数不超过 4个。\n\n1.1 钢\n\n研究内容：炼钢。\n\n考核指标：一套。\n"
    guide = parse(body)
    area = next(clause for clause in guide.clauses if clause.path == "1")
    assert area.title == "材料"
    assert area.span.contains(guide.directions[0].span)
    assert guide.directions[0].requirements[0].scope == "area"


def test_a_text_without_directions_gives_its_clauses_only() -> None:
    guide = parse_guide("一、总则\n\n申报单位应当独立。\n", INFO)
    assert guide.directions == ()
    assert [clause.path for clause in guide.clauses] == ["一"]


def test_an_area_whose_number_a_clause_of_the_preamble_bears_is_addressed_apart() -> None:
    guide = parse_guide(
        "1. 总体安排如下。\n\n启动专项。\n\n1. 材料\n\n1.1 钢\n\n研究内容：炼钢。\n\n考核指标：一套。\n", INFO
    )
    assert [clause.path for clause in guide.clauses] == ["1", "领域1"]
    assert [direction.number for direction in guide.directions] == ["1.1"]
