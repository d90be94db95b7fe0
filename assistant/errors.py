"""The errors that a user can meet; each says what is wrong, where, and what to do.

AssistantError
├── InputError                 exit 2   what the user handed over is wrong
│   ├── UnreadableFileError             empty, huge, binary, damaged, undecodable, of a kind that is not read
│   │   └── ScannedFileError            pictures of pages, without any text
│   ├── UnknownNameError                a programme, direction, form or clause that does not exist
│   ├── ChangedElsewhereError           what is to be saved was changed in another window since it was read
│   └── RefusedError                    a wrong password, too many attempts, or no right to do it
├── ConfigurationError         exit 2   the environment or an option is wrong
├── CorpusError                exit 2   a file of the corpus or of the prompts is wrong, with path:line
├── ProcessError               exit 2   the processes that check files do not start
├── RetrievalError             exit 2   the index can be neither opened nor built
├── StoppedError               exit 2   the user stopped the turn
├── StoreError                 exit 2   what is kept for the user can be neither read nor written
└── ServiceError               exit 3   an outside service failed
    ├── DatabaseServerError             the database server does not answer
    ├── VectorServerError               the Chroma server does not answer
    └── WriterError                     the model's endpoint failed, or answered what cannot be used
        └── WithheldError               the text may not leave this machine
"""

from typing import ClassVar


class AssistantError(Exception):
    """Base of all errors that are shown to users.

    Args:
        message: one Chinese sentence that says what is wrong.
        where: the place, such as ``rules.yaml:12``, a clause, a paragraph or a cell; None where there is none.
        hint: one Chinese sentence that says what to do; None where nothing can be done.
    """

    code: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 2

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return place, message and hint as one line."""
        place = f"{self.where}：" if self.where else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


class InputError(AssistantError):
    """What the user handed over is wrong."""

    code = "bad-input"


class UnreadableFileError(InputError):
    """A file cannot be read as a draft."""

    code = "unreadable-file"


class ScannedFileError(UnreadableFileError):
    """A file holds pictures of pages and no text."""

    code = "scanned-file"


class UnknownNameError(InputError):
    """A programme, direction, form or clause does not exist."""

    code = "unknown-name"


class ChangedElsewhereError(InputError):
    """What is to be saved was changed in another window since it was read."""

    code = "changed-elsewhere"


class RefusedError(InputError):
    """A wrong password, too many attempts, or no right to do it."""

    code = "refused"


class ConfigurationError(AssistantError):
    """An environment variable or an option is wrong."""

    code = "bad-configuration"


class CorpusError(AssistantError):
    """A file of the corpus or of the prompts is wrong."""

    code = "bad-corpus"


class RetrievalError(AssistantError):
    """The index can be neither opened nor built."""

    code = "index-unavailable"


class StoreError(AssistantError):
    """What is kept for the user can be neither read nor written."""

    code = "store-unavailable"


class StoppedError(AssistantError):
    """The user stopped the turn while a model was asked."""

    code = "stopped"


class ProcessError(AssistantError):
    """The processes that check files do not start."""

    code = "no-processes"


class ServiceError(AssistantError):
    """An outside service failed."""

    code = "service-failed"
    exit_status = 3


class DatabaseServerError(ServiceError):
    """The database server does not answer."""

    code = "database-server-failed"


class VectorServerError(ServiceError):
    """The Chroma server does not answer, or not as one."""

    code = "vector-server-failed"


class WriterError(ServiceError):
    """The model's endpoint failed, or answered what cannot be used."""

    code = "writer-failed"


class WithheldError(WriterError):
    """The text may not leave this machine: it bears a mark of secrecy."""

    code = "withheld"
