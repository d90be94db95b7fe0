from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.domain.owner import OwnerId
from assistant.store.store import Store, open_store
from tests.store.postgres import Postgres, started


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with started() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest) -> str | None:
    """Return the address of an empty database; None for SQLite."""
    if request.param == "sqlite":
        return None
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_url()


@pytest.fixture
def store(tmp_path: Path, url: str | None, clock: Clock) -> Iterator[Store]:
    store = open_store(tmp_path, url, now=clock)
    yield store
    store.close()


@pytest.fixture
def anna(store: Store) -> OwnerId:
    return store.sessions.begin()[1].owner


@pytest.fixture
def bert(store: Store) -> OwnerId:
    return store.sessions.begin()[1].owner
