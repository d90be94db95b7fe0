"""Work that takes long because a model is asked: what is being done is told while it goes on."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from queue import SimpleQueue
from typing import TypeVar

from assistant.watching import watched

Result = TypeVar("Result")


def follow(work: Callable[[], Result]) -> Generator[str, None, Result]:
    """Do the work in a thread of its own, yield in Chinese what is being done, and return the result.

    None of the model's words are told: they are shown once they are proved. Whatever the work raises is raised here.
    """
    states: SimpleQueue[str | None] = SimpleQueue()
    with watched(tell=states.put):
        context = copy_context()
    with ThreadPoolExecutor(1, "work") as pool:
        done = pool.submit(context.run, work)
        done.add_done_callback(lambda _: states.put(None))
        while (state := states.get()) is not None:
            if state:
                yield state
    return done.result()
