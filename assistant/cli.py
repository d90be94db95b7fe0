"""The console script `wenjin`."""

import gc
from collections.abc import Sequence
from typing import NoReturn


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the console script and exit with its status.

    The collector is off from the start, imports included: looking for what a short command hardly makes takes a tenth
    of its time. Commands that last turn it on again.
    """
    gc.disable()
    from assistant.commandline.running import run_script  # noqa: PLC0415 - after the collector is off

    try:
        run_script(argv)
    finally:
        gc.enable()
