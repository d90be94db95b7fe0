"""A file of waivers, YAML or JSON; whatever is wrong in it is said in one sentence with its line."""

from pathlib import Path

from assistant.domain.waiver import Waiver, WaiverFile
from assistant.errors import CorpusError, InputError
from assistant.library.located_yaml import load_yaml

_HINT = "每条要写明 rule、file（或 sha256）、reason、by、until（2023-04-20 的形式），可加 evidence 或 fingerprint。"


def load_waivers(path: Path) -> tuple[Waiver, ...]:
    """Return the waivers of a file, each with its place; entries that nobody has judged yet are left out.

    Raises:
        InputError: the file is missing, no YAML, or an entry lacks what it must have; says where.
    """
    try:
        located = load_yaml(path, WaiverFile)
    except CorpusError as error:
        raise InputError(f"豁免文件有误：{error.message}", where=error.where, hint=error.hint or _HINT) from error
    return tuple(
        one.model_copy(update={"where": located.where("waivers", place)})
        for place, one in enumerate(located.value.waivers)
        if not one.is_open
    )
