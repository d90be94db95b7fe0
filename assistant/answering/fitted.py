"""Weights of the ranking, fitted by `evals/calibration/fit_answering.py`."""

WEIGHTS: dict[str, float] = {
    "words": 1.0, "words_beside": 0.45, "above": 0.6, "above_beside": 0.27, "written": 0.6, "concepts": 1.0,
    "concepts_above": 0.6, "concepts_beside": 0.45, "pointed": 12.0, "value": 4.0, "found": 6.0, "asked": 20.0,
    "asked_clear": 0.0, "asked_crowd": 0.0, "titled": 6.0, "deadline": 3.0, "form": -8.0, "particular": -4.0, "modal": 1.5,
    "defines": 2.0, "lacking": 0.0, "calling": 2.0, "lag": -0.8, "heading": -5.0, "table": -6.0, "row": -9.0, "area": -5.0,
    "direction": -4.0, "content": -3.0, "indicator": -3.0, "requirement": 0.0,
}  # fmt: skip
