"""Errors as the JSON that every face shows: those that a user can meet, and faults of our own."""

import logging

from assistant.domain.finding import ErrorValue
from assistant.errors import AssistantError

log = logging.getLogger("wenjin")


def error_value(error: AssistantError) -> ErrorValue:
    """Return an error as the JSON that every face shows."""
    return ErrorValue(code=error.code, message=error.message, where=error.where, hint=error.hint)


def internal_error(error: Exception) -> ErrorValue:
    """Return what is said of a fault of our own: its type and place in the code, and nothing of the user's text."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else None
    log.error("internal error %s at %s", type(error).__name__, place)
    return ErrorValue(
        code="internal",
        message=f"程序内部出错（{type(error).__name__}）。",
        where=place,
        hint="请把这一行连同 wenjin doctor 的输出告诉维护者。",
    )
