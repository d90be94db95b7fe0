import pytest

from assistant.retrieval.references import find_references, parse_address


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("四、2里要求几位专家", ("4", "2")),
        ("第四条第2款", ("4", "2")),
        ("通知第四部分第2条", ("4", "2")),
        ("四.2 怎么理解", ("4", "2")),
        ("四（2）", ("4", "2")),
        ("附件2是什么", ("附件2",)),
        ("附件四第（一）部分第29题", ("附件4", "1", "29")),
        ("三（一）", ("3", "1")),
        ("第三条的第（二）项", ("3", "2")),
        ("第十二条", ("12",)),
        ("第二十一条", ("21",)),
    ],
)
def test_a_clause_is_recognised_in_any_notation(query: str, address: tuple[str, ...]):
    assert find_references(query).addresses == (address,)


def test_two_attachments_are_two_references():
    assert find_references("附件1、附件2分别是什么").addresses == (("附件1",), ("附件2",))


@pytest.mark.parametrize(
    "query",
    [
        "10个领域",
        "2022年4月20日前",
        "每个项目500万元",
        "第一作者是谁",
        "15人",
        "",
        "2:1",
        "土壤中六六六、滴滴涕的残留",
        "九一一、三七(根)",
    ],
)
def test_plain_numbers_refer_to_no_clause(query: str):
    assert find_references(query).addresses == ()


@pytest.mark.parametrize(
    ("query", "number"), [("2.10的考核指标", "2.10"), ("方向１.１", "1.1"), ("报10.6 AI新药", "10.6")]
)
def test_a_direction_number_is_recognised_whole(query: str, number: str):
    assert find_references(query).directions == (number,)


@pytest.mark.parametrize("query", ["经费概算2.5亿元", "升温1.5℃", "提高3.2倍", "误差0.5%", "版本1.2.3", "1.5 kW"])
def test_a_measure_is_no_direction_number(query: str):
    assert find_references(query).directions == ()


@pytest.mark.parametrize("query", ["科协办函创字〔2022〕19号", "科协办函创字[2022]19号", "(2022) 19 号文"])
def test_a_document_number_is_recognised_with_any_brackets(query: str):
    assert find_references(query).documents == (("2022", "19"),)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("四、2", ("4", "2")),
        ("三、（一）", ("3", "1")),
        ("附件4（一）29", ("附件4", "1", "29")),
        ("附件2通信地址", ("附件2", "通信地址")),
        ("正文", ()),
    ],
)
def test_a_clause_path_gives_the_same_address_as_a_question(path: str, address: tuple[str, ...]):
    assert parse_address(path) == address
