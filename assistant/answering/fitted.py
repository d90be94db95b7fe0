"""What `ask` weighs, fitted by `evals/calibration/fit_answering.py`, which prints these figures."""

WEIGHTS: dict[str, float] = {
    "words": 0.188, "words_beside": 0.108, "above": 0.134, "above_beside": 0.116, "written": 0.056,
    "concepts": 0.456, "concepts_above": 0.0, "concepts_beside": 0.654, "pointed": 1.0, "astray": -2.0, "value": 2.451,
    "found": 6.393, "asked": 3.006, "asked_clear": 0.0, "asked_crowd": 1.406, "asked_centre": 8.372,
    "titled": 0.0, "deadline": 0.627, "form": -0.631, "particular": -1.13, "modal": 0.407,
    "defines": 0.805, "lacking": -1.04, "calling": 0.41, "lag": -0.439, "heading": -0.732,
    "table": -0.381, "row": -1.142, "area": -0.35, "direction": -0.795, "content": -1.713,
    "indicator": -1.268, "requirement": 0.0,
}  # fmt: skip
"""Logits for each unit of a reason's column (`measures.MEASURES`)."""
DECISION: dict[str, float] = {
    "asked": 0.835, "centre": 0.0, "silent": -2.15, "silent_centre": -3.358, "silence_ahead": -0.791,
    "silent_odds": -0.309, "coverage": 1.306, "holds": 1.304, "needed": 0.834, "topical": 0.352,
    "valued": 2.526, "found": 0.825, "behind": 0.0, "strict": -0.335, "score": 0.252,
}  # fmt: skip
"""Logits for each unit of a figure of the sentence that would answer (`deciding.SIGNALS`)."""
OFFSET = -6.462
THRESHOLD = 0.42
"""Least confidence of an answer; about 3 % of the questions that have one fall short of it when withheld."""
