"""What `ask` weighs, fitted by `evals/calibration/fit_answering.py`, which prints these figures."""

WEIGHTS: dict[str, float] = {
    "words": 0.184, "words_beside": 0.105, "above": 0.133, "above_beside": 0.114, "written": 0.055,
    "concepts": 0.448, "concepts_above": 0.0, "concepts_beside": 0.643, "pointed": 0.0, "value": 2.371,
    "found": 6.641, "asked": 2.662, "asked_clear": 0.0, "asked_crowd": 1.833, "asked_centre": 7.874,
    "titled": 0.0, "deadline": 0.632, "form": -0.618, "particular": -1.171, "modal": 0.39,
    "defines": 0.813, "lacking": -1.044, "calling": 0.411, "lag": -0.435, "heading": -0.729,
    "table": -0.383, "row": -1.139, "area": -0.35, "direction": -0.702, "content": -1.653,
    "indicator": -1.255, "requirement": 0.0,
}  # fmt: skip
"""Logits for each unit of a reason's column (`measures.MEASURES`)."""
DECISION: dict[str, float] = {
    "asked": 1.468, "centre": 0.579, "silent": -2.692, "silent_centre": -4.321, "silence_ahead": -2.523,
    "silent_odds": -0.322, "coverage": 1.437, "holds": 1.564, "needed": 0.512, "topical": 0.166,
    "valued": 2.034, "found": 1.481, "behind": 0.199, "strict": -0.533, "score": 0.263,
}  # fmt: skip
"""Logits for each unit of a figure of the sentence that would answer (`deciding.SIGNALS`)."""
OFFSET = -6.135
THRESHOLD = 0.359
"""Least confidence of an answer; about 2 % of the questions that have one fall short of it when withheld."""
