import pytest

from assistant.library.markers import Marker, format_chinese_number, name_number, parse_chinese_number, parse_marker


@pytest.mark.parametrize("number", range(1, 100))
def test_chinese_numbers_are_read_as_they_are_written(number: int):
    assert parse_chinese_number(format_chinese_number(number)) == number


@pytest.mark.parametrize("text", ["一二", "十十", "二三十"])
def test_digits_that_form_no_number_are_none(text: str):
    assert parse_chinese_number(text) == 0
    assert parse_marker(f"{text}、甲") is None


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("一、甲", "一"),
        ("十二、甲", "十二"),
        ("(三) 甲", "（三）"),
        ("（三）甲", "（三）"),
        ("3.甲", "3"),
        ("3、甲", "3"),
        ("(3) 甲", "（3）"),
        ("附 件 3", "附件3"),
        ("附件", "附件"),
    ],
)
def test_a_number_is_named_as_paths_write_it(text: str, path: str):
    marker = parse_marker(text)
    assert marker is not None
    assert name_number(marker) == path


@pytest.mark.parametrize("text", ["3.5 亿元", "2022年", "附件3的要求", "第一、", "一是", "123.甲"])
def test_other_openings_are_no_numbers(text: str):
    assert parse_marker(text) is None


def test_a_marker_says_how_much_of_the_line_it_takes():
    assert parse_marker("（十一）甲") == Marker("bracketed-chinese", 11, 4)
