import pytest

from assistant.domain.direction import Direction
from assistant.domain.programme import ProgrammeInfo
from assistant.library.guide_furniture import find_guide_furniture
from assistant.library.guide_sections import split_title
from assistant.library.guides import parse_guide
from assistant.text import squash

INFO = ProgrammeInfo(
    id="sample-2020",
    doc="sample-2020",
    number=3,
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


def read(body: str) -> Direction:
    return parse_guide("现发布指南。\n\n1. 领域\n\n" + body, INFO).directions[0]


@pytest.mark.parametrize(
    ("heading", "title", "tags"),
    [
        ("检测平台（青年科学家项目）", "检测平台", ("青年科学家项目",)),
        ("感染机制（青年科学家项目、基础研究类）", "感染机制", ("青年科学家项目", "基础研究类")),
        ("几何量计量*", "几何量计量", ("*",)),
        ("评估技术研究(基础研究类) ＊", "评估技术研究", ("基础研究类", "*")),
        ("碳捕集技术（CCUS）", "碳捕集技术（CCUS）", ()),
        ("数据平台（一期）（示范应用类）", "数据平台（一期）", ("示范应用类",)),
    ],
)
def test_tags_leave_the_title_and_other_brackets_stay(heading: str, title: str, tags: tuple[str, ...]) -> None:
    assert split_title(heading) == (title, tags)


def test_a_title_and_its_bracket_broken_over_lines_are_joined() -> None:
    direction = read(
        "1.1 病毒感染和传播特性研究（青年科学\n\n家项目、基础研究类）\n\n研究内容：研究。\n\n考核指标：一套。\n"
    )
    assert direction.title == "病毒感染和传播特性研究"
    assert direction.tags == ("青年科学家项目", "基础研究类")
    assert direction.sections[0].kind == "title"


@pytest.mark.parametrize(
    ("research", "indicators"),
    [("研究内容：", "考核指标："), ("研究目标:", "预期指标:"), ("研 究 内 容 ：", "考核指标 ：")],
)
def test_labels_are_read_in_their_variants_and_left_out_of_the_texts(research: str, indicators: str) -> None:
    direction = read(f"1.1 新钢材\n\n{research}炼出新钢。\n\n{indicators} 样品 1套。\n")
    assert direction.research_content == "炼出新钢。"
    assert direction.assessment_indicators == "样品1套。"
    assert [section.label for section in direction.sections[1:]] == [
        squash(research).rstrip("：:"),
        squash(indicators).rstrip("：:"),
    ]


def test_a_section_word_at_the_start_of_a_line_without_a_colon_is_text() -> None:
    direction = read("1.1 新钢材\n\n研究内容：炼钢并覆盖\n\n研究内容的专利。\n\n考核指标：达到\n\n考核指标要求。\n")
    assert direction.research_content == "炼钢并覆盖研究内容的专利。"
    assert direction.assessment_indicators == "达到考核指标要求。"


def test_a_label_behind_a_sentence_opens_its_section_where_the_line_break_was_lost() -> None:
    direction = read("1.1 新钢材\n\n研究内容：炼出新钢。考核指标：样品 1套。有关说明：企业牵头申报。\n")
    assert direction.research_content == "炼出新钢。"
    assert direction.assessment_indicators == "样品1套。"
    assert direction.requirements[0].text == "企业牵头申报。"


def test_a_direction_without_any_label_keeps_its_text_as_research_content() -> None:
    guide = parse_guide(
        "现发布指南。\n\n1. 领域\n\n1.1 新钢材\n\n"
        "炼出强度更高的新钢，完成验证，形成示范线并推广到十个以上的\n\n企业。\n\n"
        "1.2 新铜材\n\n研究内容：炼铜。\n",
        INFO,
    )
    first, second = guide.directions
    assert (first.title, first.assessment_indicators) == ("新钢材", "")
    assert first.research_content == "炼出强度更高的新钢，完成验证，形成示范线并推广到十个以上的企业。"
    assert second.research_content == "炼铜。"
    assert [(note.where, note.message) for note in guide.notes] == [
        ("1.1", "该方向没有写“考核指标”。"),
        ("1.2", "该方向没有写“考核指标”。"),
    ]


def test_lists_inside_a_section_stay_in_its_text() -> None:
    direction = read("1.1 新钢材\n\n研究内容：包括：\n\n（1）炼钢；\n\n(2) 轧钢。\n\n考核指标：\n\n(1) 强度：达标。\n")
    assert direction.research_content == "包括：（1）炼钢；(2)轧钢。"
    assert direction.assessment_indicators == "(1)强度：达标。"


def test_page_numbers_and_unreadable_lines_are_named_and_stand_in_no_text() -> None:
    text = (
        "20\ufffd1\u3220\n\n现发布指南。\n\n1. 领域\n\n1.1 新钢材\n\n"
        "研究内容：智能操作\n\n\n— 168 —\n\n环境 1套。\n\n23\n\n考核指标：系统— 19 —一套。\n"
    )
    direction = parse_guide(text, INFO).directions[0]
    assert direction.research_content == "智能操作环境1套。"
    assert direction.assessment_indicators == "系统一套。"
    furniture = find_guide_furniture(text)
    assert [(item.name, item.span.slice(text)) for item in furniture] == [
        ("乱码", "20\ufffd1\u3220"),
        ("页码", "— 168 —"),
        ("页码", "23"),
        ("页码", "— 19 —"),
    ]


def test_a_range_between_dashes_is_no_page_number() -> None:
    assert find_guide_furniture("温度为—40—60度，节水—控盐—减污，编号 GB—2020—1。\n") == ()


def test_a_direction_knows_its_programme_and_area() -> None:
    direction = read("1.1 新钢材\n\n研究内容：炼钢。\n\n考核指标：一套。\n")
    assert (direction.id, direction.programme_title, direction.programme_no) == ("sample-2020/1.1", "样例专项", 3)
    assert (direction.area_number, direction.area_title) == ("1", "领域")
