"""The chat page: thin blocks over the verbs of the Assistant."""
