"""What may leave this machine: texts without personal data, and a preview of them."""

from collections.abc import Sequence
from typing import Literal, Protocol

from assistant.domain.value import Value

Datum = Literal["姓名", "单位", "电话", "邮箱", "证件号", "地址"]
"""A kind of personal data, as its placeholder names it."""


class Hidden(Value):
    """How many different data of one kind were replaced."""

    kind: Datum
    count: int


class Outgoing(Value):
    """What would be sent to the language model, shown before it is."""

    allowed: bool
    """False where nothing is sent at all."""
    reason: str = ""
    """In Chinese, why nothing is sent; empty where it is."""
    endpoint: str = ""
    """Address of the endpoint, without anything secret; empty where none is configured."""
    model: str = ""
    text: str = ""
    """With placeholders; empty where nothing is sent."""
    hidden: tuple[Hidden, ...] = ()


class Veil(Protocol):
    """The placeholders of one task: what a request hides, its reply gets back."""

    def hide(self, text: str) -> str:
        """Return the text with placeholders for personal data.

        Raises:
            WithheldError: the text bears a mark of secrecy.
        """
        ...

    def restore(self, text: str) -> str:
        """Return the text with the data in place of their placeholders."""
        ...

    def note(self, texts: Sequence[str]) -> None:
        """Keep what is being sent, where the user asked for it."""
        ...


class Gate(Protocol):
    """What every text passes on its way to an endpoint."""

    def open(self, texts: Sequence[str]) -> Veil:
        """Return the veil of one task.

        Args:
            texts: all of the user's that the task rests on, whole and with their line breaks, even what is not sent:
                a mark on the first page and a name in 作者信息 hold for the whole draft.

        Raises:
            WithheldError: a text bears a mark of secrecy.
        """
        ...
