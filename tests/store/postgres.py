"""A real Postgres server in a folder of its own, reached by a socket file; as root it runs as the system's own user."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

QUIET = ("fsync=off", "full_page_writes=off", "listen_addresses=", "max_connections=200")
"""Nothing listens on a network; nothing need survive the test."""


@dataclass(frozen=True)
class Postgres:
    folder: Path
    numbers: "count[int]"

    def url(self, database: str) -> str:
        return f"postgresql://wenjin@/{database}?host={self.folder}"

    def new_url(self) -> str:
        """Return the address of a new database without tables."""
        name = f"wenjin_{next(self.numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url(name)


def program(name: str) -> str | None:
    """Return where a program of Postgres is; Debian keeps them beside the path, a folder a version."""
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda one: int(one.parts[-3]))
    return str(beside[-1]) if beside else shutil.which(name)


@contextmanager
def started() -> Generator[Postgres]:
    """Start a server and stop it again."""
    folder = Path(tempfile.mkdtemp(prefix="wenjin-pg-"))
    user = None if os.geteuid() else _user()
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    try:
        _run(user, "initdb", "-D", f"{folder}/data", "-U", "wenjin", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = " ".join(f"-c {one}" for one in QUIET) + f" -k {folder}"
        _run(user, "pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/log", "-w", "-o", options, "start")
        try:
            yield Postgres(folder, count(1))
        finally:
            _run(user, "pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str:
    """Return a user that is not root, which Postgres refuses to run as."""
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(user: str | None, name: str, *words: str) -> None:
    found = program(name)
    assert found, f"{name} is not installed"
    done = subprocess.run(
        [found, *words],
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        cwd="/",
        env={**os.environ, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # a pipe would stay open as long as the server that inherits it
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{name} ended with {done.returncode}"
