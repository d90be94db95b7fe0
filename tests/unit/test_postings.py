"""Sums over all texts that hold a token."""

import numpy as np

from assistant.postings import Postings


def test_a_text_gets_the_weights_of_the_asked_tokens_that_it_holds():
    postings = Postings.gather([{"甲": 2.0, "乙": 1.0}, {"乙": 3.0}, {}], 3)

    assert postings.add_up({"甲": 1.0, "乙": 0.5, "丙": 9.0}).tolist() == [2.5, 1.5, 0.0]


def test_mere_tokens_weigh_one_and_unknown_ones_nothing():
    postings = Postings.gather([frozenset({"甲"}), frozenset({"甲", "乙"})], 2)

    assert postings.add_up({"甲": 1.0, "乙": 1.0}).tolist() == [1.0, 2.0]
    assert postings.add_up({"丙": 1.0}).tolist() == [0.0, 0.0]
    assert postings.add_up({}).dtype == np.float64
