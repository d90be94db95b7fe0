"""What all results shown as text share."""

from assistant.domain.finding import ErrorValue
from assistant.wording import mode_name


def present_error(error: ErrorValue) -> str:
    """Return an error as one line: place, what is wrong, what to do."""
    place = f"{error.where}：" if error.where else ""
    return f"{place}{error.message}{error.hint or ''}"


def show_writer(writer: str) -> str:
    """Return who wrote the text: the program or a model."""
    return f"（{mode_name(writer)}）"
