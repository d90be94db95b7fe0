from assistant.checks.identity import Same


def test_a_key_equals_another_of_the_very_same_object_only():
    words, alike = ["题目"], ["题目"]
    assert Same(words) == Same(words)
    assert hash(Same(words)) == hash(Same(words))
    assert Same(words) != Same(alike)
