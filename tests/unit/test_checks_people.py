"""Numbers are recognised in every common way of writing them."""

import pytest

from assistant.checks.parsing.people import find_part, list_emails

LANDLINES = (
    "(021)5550-0199", "021 5550 0199", "021/55500199", "+86-21-55500199", "0571－8888 6666转801", "（010）55501234",
    "010-55501234-801", "座机：5550 0199", "86 10 5550 0199", "(86)021-55500199", "0086-571-88886666", "固话：55500199",
    "办公电话：6278 1234", "021—55500199", "400-810-0199",
)  # fmt: skip
MOBILES = ("13800138000", "138 0013 8000", "+86 138 0013 8000", "+86-13800138000", "手机：138-0013-8000")


@pytest.mark.parametrize("text", LANDLINES)
def test_a_landline_counts_as_given_and_is_no_mobile(text: str):
    assert find_part("landline", f"许望舒，{text}，xuws@example.org")
    assert find_part("mobile", f"许望舒，{text}，xuws@example.org") is None


@pytest.mark.parametrize("text", MOBILES)
def test_a_mobile_is_no_landline(text: str):
    assert find_part("mobile", f"许望舒，{text}，xuws@example.org")
    assert find_part("landline", f"许望舒，{text}，xuws@example.org") is None


@pytest.mark.parametrize("text", ["20220418", "2022-04-18", "邮箱2022041822@example.org", "邮编100081"])
def test_other_digits_are_no_landline(text: str):
    assert find_part("landline", text) is None


def test_an_address_may_stand_right_behind_its_label():
    assert list_emails("手机13800138000，邮箱lin.ws@example.com") == ["lin.ws@example.com"]


def test_a_name_may_be_a_sentence_of_its_own():
    assert find_part("name", "陶一然。联系方式：邮箱 taoyr@example.org") == "陶一然"
