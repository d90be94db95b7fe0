import re

import pytest

from assistant.patterns import lazily


def test_a_lazy_pattern_answers_as_the_compiled_one_does() -> None:
    lazy, compiled = lazily(r"(?P<year>\d{4})年", re.ASCII), re.compile(r"(?P<year>\d{4})年", re.ASCII)
    for _ in range(2):  # what is kept from the first use must answer alike
        assert [found["year"] for found in lazy.finditer("2021年至2023年")] == ["2021", "2023"]
        assert lazy.sub("某年", "2021年至２０２３年") == "某年至２０２３年"
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


def test_a_faulty_pattern_is_found_when_it_is_used_and_not_before() -> None:
    faulty = lazily("(")
    with pytest.raises(re.error):
        faulty.search("（")
