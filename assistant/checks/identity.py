"""Large tuples of the catalogue as keys of a cache."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """A key that equals another only where both hold the very same object, which spares hashing all that is in it.

    Args:
        value: what is held, and kept alive as long as the key is.
    """

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
