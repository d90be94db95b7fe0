"""All that people ask of calls for submissions."""

from assistant.answering.concepts.applicants import APPLICANTS
from assistant.answering.concepts.dates_and_contacts import DATES_AND_CONTACTS
from assistant.answering.concepts.manuscripts import MANUSCRIPTS
from assistant.answering.concepts.projects import PROJECTS
from assistant.answering.concepts.seldom import SELDOM
from assistant.answering.concepts.selection import SELECTION

CONCEPTS = (*DATES_AND_CONTACTS, *PROJECTS, *APPLICANTS, *SELECTION, *MANUSCRIPTS, *SELDOM)
"""In the order in which a question is looked through."""
