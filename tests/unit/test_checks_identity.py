from assistant.checks.identity import Same


def test_a_key_equals_another_of_the_very_same_object_only():
    words = tuple(["题目"])
    alike = tuple(["题目"])
    assert words == alike
    assert words is not alike
    assert Same(words) == Same(words)
    assert hash(Same(words)) == hash(Same(words))
    assert Same(words) != Same(alike)
