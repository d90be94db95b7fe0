"""Weights of the ranking, fitted by `evals/calibration/fit_answering.py`."""

WEIGHTS: dict[str, float] = {
    "words": 0.215, "words_beside": 0.092, "above": 0.156, "above_beside": 0.120, "written": 0.062,
    "concepts": 0.407, "concepts_above": -0.033, "concepts_beside": 0.511, "pointed": -0.859, "value": 2.157,
    "found": 8.639, "asked": -7.940, "asked_clear": -11.438, "asked_crowd": 15.093, "titled": -0.110,
    "deadline": 2.679, "form": -1.935, "particular": -1.757, "modal": 0.121, "defines": 1.917,
    "lacking": -0.714, "calling": 0.934, "lag": -0.469, "heading": -2.595, "table": -2.019,
    "row": -4.072, "area": -1.750, "direction": -3.051, "content": -4.671, "indicator": -2.738,
    "requirement": -1.447,
}  # fmt: skip

DECISION: dict[str, float] = {
    "asked": 2.0, "crowd": 2.0, "silent": -2.0, "silent_over_asked": -4.0, "coverage": 3.0, "holds": 3.0, "found": 2.0,
    "behind": -0.5, "strict": 0.0, "score": 0.1,
}  # fmt: skip
OFFSET = -4.0
THRESHOLD = 0.5
