"""The console script `wenjin`."""

import gc
import os
from collections.abc import Sequence
from typing import NoReturn


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the console script and exit with its status.

    The collector is off from the start, imports included: looking for what a short command hardly makes takes a tenth
    of its time. Commands that last turn it on again.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # there are none; to look reads what each package says
    from assistant.commandline.running import run_script

    try:
        run_script(argv)
    finally:
        gc.enable()
