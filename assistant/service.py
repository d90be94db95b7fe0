"""The verbs: each takes plain arguments, uses the parts given to it and returns one value."""

from assistant.verbs.asking import Asking
from assistant.verbs.judging import Judging
from assistant.verbs.making import Making
from assistant.verbs.titling import Titling


class Assistant(Asking, Titling, Judging, Making):
    """The verbs over one catalogue.

    It holds no state of a conversation and may be shared between threads. Each verb imports what it alone needs: a
    question that is asked once should not wait for the checker and the reader of Word files.
    """
