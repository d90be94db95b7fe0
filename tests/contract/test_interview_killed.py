"""An interview in the terminal survives a killed process: whatever was answered is there in the next one."""

import os
import signal
import subprocess
import sys
from pathlib import Path

ANSWER = "枝晶到底是从晶界先长，还是从电极和电解质的界面先长？"
LAST = "我们认为界面上的应力集中是起点。"


def start(data: Path, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", "chat", "--today", "2023-03-01"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "WENJIN_DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"},
    )


def say(process: "subprocess.Popen[str]", text: str, until: str) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(text + "\n")
    process.stdin.flush()
    heard = ""
    while until not in heard:
        line = process.stdout.readline()
        assert line, heard
        heard += line
    return heard


def test_a_killed_interview_is_resumed_where_it_stood(index_dir: Path, tmp_path: Path):
    first = start(index_dir, tmp_path)
    say(first, "我想写一份前沿科学问题，题目是锂枝晶从哪里开始长", "后面还有")
    say(first, ANSWER, "后面还有")
    say(first, "撤销", "后面还有")
    say(first, "恢复", "后面还有")
    say(first, "回到问题描述", "后面还有")
    say(first, LAST, "后面还有")
    first.send_signal(signal.SIGKILL)
    first.wait()

    second = start(index_dir, tmp_path)
    resumed = say(second, "继续上次的草稿", "后面还有")
    shown = say(second, "看看草稿", "后面还有")
    undone = say(second, "撤销", "后面还有")
    assert second.stdin is not None
    second.stdin.close()
    second.wait()

    assert "“问题描述”42字" in resumed
    assert f"{ANSWER}\n{LAST}" in shown
    assert "已撤销" in undone
