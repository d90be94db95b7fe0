"""问津 (Wenjin): reads calls for submissions, answers with their clauses, matches problems, checks drafts by rules."""

__version__ = "0.1.0"
