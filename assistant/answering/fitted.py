"""What `ask` weighs, fitted by `evals/calibration/fit_answering.py`, which prints these figures."""

WEIGHTS: dict[str, float] = {
    "words": 0.218, "words_beside": 0.164, "above": 0.123, "above_beside": 0.17, "written": 0.065,
    "concepts": 0.449, "concepts_beside": 0.658, "pointed": 2.634, "value": 2.478, "found": 6.259,
    "asked": 3.068, "asked_crowd": 1.418, "asked_centre": 8.738, "deadline": 0.712, "form": -0.66,
    "particular": -1.024, "modal": 0.409, "defines": 0.815, "lacking": -1.183, "calling": 0.409,
    "lag": -0.553, "heading": -0.762, "table": -0.381, "row": -1.077, "area": -0.35,
    "direction": -0.759, "content": -1.704, "indicator": -1.144, "requirement": 0.0,
}  # fmt: skip
"""Logits for each unit of a reason's column (`measures.MEASURES`)."""
DECISION: dict[str, float] = {
    "asked": 0.143, "centre": 0.0, "silent": -2.114, "silent_centre": -3.335, "silence_ahead": -0.875,
    "silent_odds": -0.355, "coverage": 1.308, "holds": 1.55, "needed": 0.519, "topical": 0.294,
    "valued": 2.116, "found": 1.489, "behind": 0.0, "strict": -0.514, "score": 0.274,
}  # fmt: skip
"""Logits for each unit of a figure of the sentence that would answer (`deciding.SIGNALS`)."""
OFFSET = -6.174
THRESHOLD = 0.423
"""Least confidence of an answer; about 3 % of the questions that have one fall short of it when withheld."""
