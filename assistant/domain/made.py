"""How a model came to make a result, so that it can be made and judged again."""

from assistant.domain.value import Value


class Made(Value):
    """What a model's text rests on."""

    model: str
    prompt: str
    """Id and version, such as `title@1`."""
    programme: str
    """Id of the programme whose rules and clauses bound it; several joined by a space."""
    notice: str
    """SHA-256 of that programme's notice.txt; of several joined by a space."""
