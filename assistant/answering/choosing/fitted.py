"""What `ask` weighs, fitted by `evals/calibration/fit_answering.py`, which prints these figures."""

WEIGHTS: dict[str, float] = {
    "words": 0.176, "words_beside": 0.182, "above": 0.142, "above_beside": 0.201, "concepts": 0.335,
    "concepts_beside": 0.811, "pointed": 4.156, "value": 2.79, "found": 5.861, "asked": 5.481,
    "asked_crowd": 0.433, "asked_centre": 11.209, "deadline": 0.651, "form": -0.824, "particular":
    -0.97, "modal": 0.379, "defines": 0.64, "lacking": -0.997, "calling": 0.414, "lag": -0.496,
    "heading": -0.58, "table": -0.37, "row": -0.742, "area": -0.35, "direction": -1.052, "content":
    -1.796, "indicator": -1.054,
}  # fmt: skip
"""Logits for each unit of a reason's column (`measures.MEASURES`)."""
DECISION: dict[str, float] = {
    "score": 0.211,
    "needed": 1.427,
    "topical": 0.679,
    "valued": 1.133,
    "strict": -0.525,
    "silent_centre": -3.808,
    "silent_odds": -0.373,
    "told": 2.782,
    "untold": -0.058,
    "asks": -0.007,
    "near_silent": -0.93,
    "many_silent": -4.716,
    "no_value": -2.726,
    "no_measure": -2.66,
    "unspoken": -0.279,
    "of_another": -1.519,
    "measures_another": -0.441,
    "another_blank": -3.321,
    "no_place": -8.951,
}
"""Logits for each unit of a figure of the sentence that would answer (`signals.SIGNALS`)."""
OFFSET = -2.147
THRESHOLD = 0.37
"""Least confidence of an answer; about 3 % of the questions that have one fall short of it when withheld."""
