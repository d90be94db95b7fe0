"""Cases, scorers and baselines that measure the verbs of the Assistant."""
