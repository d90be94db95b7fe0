from pathlib import Path

import pytest

from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant


@pytest.fixture(scope="session")
def settings(index_dir: Path) -> Settings:
    return Settings.model_validate({"data_dir": index_dir, "offline": True})


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Assistant:
    return build_assistant(settings)
