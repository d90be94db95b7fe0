"""What `ask` weighs, fitted by `evals/calibration/fit_answering.py`, which prints these figures."""

WEIGHTS: dict[str, float] = {
    "words": 0.213, "words_beside": 0.076, "above": 0.163, "above_beside": 0.098, "written": 0.050,
    "concepts": 0.441, "concepts_above": 0.000, "concepts_beside": 0.603, "pointed": 0.000, "value": 2.747,
    "found": 9.098, "asked": 0.000, "asked_clear": 0.000, "asked_crowd": 7.263, "titled": 0.165,
    "deadline": 1.101, "form": -0.972, "particular": -1.208, "modal": 0.408, "defines": 0.752,
    "lacking": -0.748, "calling": 0.416, "lag": -0.510, "heading": -0.753, "table": -0.394,
    "row": -1.372, "area": -0.350, "direction": -1.483, "content": -2.379, "indicator": -1.647,
    "requirement": 0.000,
}  # fmt: skip
"""Logits for each unit of a reason's column (`measures.MEASURES`)."""
DECISION: dict[str, float] = {
    "asked": 1.228, "crowd": 1.303, "silent": -4.281, "silent_crowd": 0.000, "silence_nearer": -2.831,
    "coverage": 0.593, "holds": 3.164, "found": 0.812, "behind": 0.043, "strict": -0.545,
    "score": 0.235, "needed": 0.0, "topical": 0.0, "valued": 0.0,
}  # fmt: skip
"""Logits for each unit of a figure of the sentence that would answer (`deciding.SIGNALS`)."""
OFFSET = -4.519
THRESHOLD = 0.277
"""Least confidence of an answer; at most 2 % of the withheld questions that have one fall short of it."""
