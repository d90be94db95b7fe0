import pytest

from assistant.domain.notice import Clause, Furniture, Notice, Span
from assistant.library.notices import parse_clauses, parse_notice
from assistant.text import squash


def paths(notice: Notice) -> list[str]:
    return [clause.path for clause in notice.clauses]


def find(notice: Notice, path: str) -> Clause:
    return next(clause for clause in notice.clauses if clause.path == path)


def read(notice: Notice, path: str) -> str:
    return squash("".join(piece.slice(notice.text) for piece in find(notice, path).pieces))


def test_numbers_nest_in_the_order_in_which_a_notice_uses_them():
    notice = parse_notice("各单位：\n一、安排\n（一）推荐\n1.甲。\n2.乙。\n（二）评审\n二、要求\n1.丙。\n（1）丁。\n")
    assert paths(notice) == [
        "正文",
        "一",
        "一、（一）",
        "一、（一）1",
        "一、（一）2",
        "一、（二）",
        "二",
        "二、1",
        "二、1（1）",
    ]
    assert find(notice, "二、1（1）").parent == "二、1"


def test_half_width_brackets_give_the_same_path():
    assert paths(parse_notice("各单位：\n附件4\n\n清单\n\n(一) 甲\n")) == ["正文", "附件4", "附件4（一）"]


def test_a_sentence_broken_by_a_page_stays_one_clause():
    notice = parse_notice("一、发布\n\n召开系列高层\n\n次研讨会，形成建议。\n\n二、要求\n")
    assert read(notice, "一") == "一、发布召开系列高层次研讨会，形成建议。"


@pytest.mark.parametrize("line", ["2.5 亿元。", "30.经费。", "2021年发布。", "（3）项以上。"])
def test_a_number_that_continues_nothing_opens_no_clause(line: str):
    notice = parse_notice(f"一、经费\n概算为\n{line}\n二、其他\n")
    assert paths(notice) == ["一", "二"]


def test_a_number_that_starts_anew_gets_a_path_of_its_own():
    notice = parse_notice("一、甲\n1.子。\n2.丑。\n1.寅。\n")
    assert paths(notice) == ["一", "一、1", "一、2", "一、1#2"]


def test_head_opening_and_signature_are_told_apart():
    notice = parse_notice(
        "某办公厅\n某函〔2022〕1号\n关于征集的通知\n各单位：\n现通知如下：\n一、时间\n即日。\n某办公厅\n2022年1月3日\n"
    )
    assert paths(notice) == ["文头", "正文", "一", "落款"]
    assert read(notice, "文头") == "某办公厅某函〔2022〕1号关于征集的通知"
    assert read(notice, "落款") == "某办公厅2022年1月3日"


def test_the_list_of_attachments_opens_no_clauses():
    notice = parse_notice("各单位：\n一、时间\n即日。\n附件：1. 模板\n2. 推荐表\n某办公厅\n2022年1月3日\n附件1\n模板\n")
    assert paths(notice) == ["正文", "一", "附件", "落款", "附件1"]
    assert find(notice, "附件1").title == "模板"


def test_a_contact_block_keeps_name_person_and_address_together():
    first = "甲学会（信息领域）\n联 系 人：张三\n联系方式：010\n地址：某路1号，\n张三，138\n"
    notice = parse_notice(f"一、联系方式\n{first}乙学会\n联系人：李四\n")
    assert paths(notice) == ["一", "一、甲学会", "一、乙学会"]
    assert read(notice, "一、甲学会") == "甲学会（信息领域）联系人：张三联系方式：010地址：某路1号，张三，138"
    assert find(notice, "一、乙学会").kind == "contact"


def test_contacts_below_another_section_stand_at_the_top():
    notice = parse_notice("一、要求\n1.甲。\n联系人：张三\n联系电话：010\n")
    assert paths(notice) == ["一", "一、1", "联系方式"]
    assert find(notice, "联系方式").parent is None


def test_labels_of_a_template_are_form_clauses():
    notice = parse_notice("各单位：\n附件1\n模板\n题目：（以问句形式提出）\nKey Words:\n")
    assert paths(notice) == ["正文", "附件1", "附件1题目", "附件1Key Words"]
    assert {find(notice, path).kind for path in ("附件1题目", "附件1Key Words")} == {"form"}


def test_a_form_in_cells_gives_one_clause_a_label_with_its_hint():
    cells = "\t技术名称\n\t\n\n\t\n\t领域\n\t(甲 (乙\n\n\t简介\n\n（不超过300字。）\n\n"
    notice = parse_notice(f"各单位：\n附件2\n推荐表\n（示例）\n{cells}（注：示例）\n")
    assert paths(notice) == ["正文", "附件2", "附件2技术名称", "附件2领域", "附件2简介", "附件2注"]
    assert find(notice, "附件2").title == "推荐表（示例）"
    assert read(notice, "附件2领域") == "领域(甲(乙"
    assert read(notice, "附件2简介") == "简介（不超过300字。）"


def test_furniture_inside_a_sentence_is_left_out_of_its_clause():
    text = "一、发布\n召开高层\n— 3 —\n次研讨会。\n"
    page = Furniture("页码", Span(text.index("—"), text.index("次") - 1))
    notice = parse_notice(text, [page])
    assert read(notice, "一") == "一、发布召开高层次研讨会。"
    assert find(notice, "一").span.contains(page.span)


def test_an_appended_part_hangs_below_its_own_name():
    part = "形式审查条件要求\n须符合以下要求。\n1. 程序\n（1）甲。\n（2）乙。\n2. 资格\n"
    text = f"前文。\n{part}本专项形式审查责任人：张三\n"
    clauses = parse_clauses(text, text.index("形式"), len(text), (), prefix="形式审查条件")
    assert [clause.path for clause in clauses] == [
        "形式审查条件",
        "形式审查条件1",
        "形式审查条件1（1）",
        "形式审查条件1（2）",
        "形式审查条件2",
        "形式审查责任人",
    ]
    assert clauses[0].title == "形式审查条件要求"
    assert clauses[1].parent == "形式审查条件"
