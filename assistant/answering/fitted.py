"""What `ask` weighs, fitted by `evals/calibration/fit_answering.py`, which prints these figures."""

WEIGHTS: dict[str, float] = {
    "words": 0.208, "words_beside": 0.195, "above": 0.152, "above_beside": 0.199, "concepts": 0.472,
    "concepts_beside": 0.863, "pointed": 3.678, "value": 2.751, "found": 5.293, "asked": 4.014,
    "asked_crowd": 1.91, "asked_centre": 9.459, "deadline": 0.709, "form": -0.708, "particular": -0.903,
    "modal": 0.327, "defines": 0.783, "lacking": -1.277, "calling": 0.421, "lag": -0.55,
    "heading": -0.803, "table": -0.414, "row": -0.664, "area": -0.35, "direction": -0.741,
    "content": -1.744, "indicator": -1.233,
}  # fmt: skip
"""Logits for each unit of a reason's column (`measures.MEASURES`)."""
DECISION: dict[str, float] = {
    "asked": 0.197, "silent": -2.091, "silent_centre": -3.128, "silence_ahead": -0.848,
    "silent_odds": -0.363, "coverage": 1.141, "holds": 1.595, "needed": 0.464, "topical": 0.273,
    "valued": 2.198, "behind": 0.0, "strict": -0.656, "score": 0.284,
}  # fmt: skip
"""Logits for each unit of a figure of the sentence that would answer (`deciding.SIGNALS`)."""
OFFSET = -5.639
THRESHOLD = 0.430
"""Least confidence of an answer; about 3 % of the questions that have one fall short of it when withheld."""
