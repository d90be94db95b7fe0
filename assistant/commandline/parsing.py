"""How arguments are read: complaints in Chinese, days and counts."""

import argparse
from datetime import date
from typing import NoReturn

_MOST_JOBS = 64


class Parser(argparse.ArgumentParser):
    """Says in one Chinese sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        """End the process with status 2."""
        for english, chinese in _MESSAGES:
            message = message.replace(english, chinese)
        self.exit(2, f"命令行参数有误：{message}。请用 {self.prog} --help 查看用法。\n")


_MESSAGES = (
    ("the following arguments are required: ", "缺少参数 "),
    ("unrecognized arguments: ", "不认识的参数 "),
    ("invalid choice: ", "没有这个选项 "),
    (" (choose from ", "（可用的有 "),
    ("expected one argument", "后面要跟一个值"),
    ("expected at least one argument", "后面至少要跟一个值"),
    ("invalid date value: ", "不是有效日期（应为 2023-04-20 的形式）："),
    ("invalid int value: ", "不是整数："),
    ("invalid count value: ", "不是1到64之间的整数："),
    ("argument ", "参数 "),
)


def parse_date(text: str) -> date:
    """Return a day written as 2023-04-20."""
    return date.fromisoformat(text)


def parse_count(text: str) -> int:
    """Return a number of processes, 1 to 64."""
    number = int(text)
    if not 1 <= number <= _MOST_JOBS:
        raise ValueError(text)
    return number


parse_date.__name__, parse_count.__name__ = "date", "count"  # argparse names the type in its message
