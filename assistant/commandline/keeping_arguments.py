"""The arguments of `user`, `data`, `backup` and `restore`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from assistant.domain.owner import ROLES

Add = Callable[..., argparse.ArgumentParser]
"""Adds a command to those that there are."""


def add_keeping(add: Add, ui: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Add the commands about accounts and about what is kept, and what `ui` takes of it."""
    ui.add_argument("--login", action="store_true", default=None, help="要求登录，即使还没有账户")
    _users(add("user", help="页面的账户"), shared)
    _data(add("data", help="导出或删除保存的会话、草稿和文件"), shared)
    backup = add("backup", parents=[shared], help="备份全部数据，页面不必停止")
    backup.add_argument("-o", "--output", type=Path, metavar="FILE", help="备份文件（默认当前文件夹，以时间命名）")
    restore = add("restore", parents=[shared], help="用备份换回全部数据；现有数据先另存")
    restore.add_argument("words", metavar="FILE", help="wenjin backup 写出的文件")
    _confirm(restore)


def _users(user: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    parts = user.add_subparsers(dest="part", required=True, metavar="子命令", parser_class=type(user))
    add = parts.add_parser("add", parents=[shared], help="新建账户；口令从终端或标准输入读取")
    add.add_argument("words", metavar="NAME", help="账户名")
    add.add_argument(
        "--role",
        choices=ROLES,
        help="scientist 科研人员（默认）、secretary 科研秘书、reviewer 审阅人、admin 管理员",
    )
    parts.add_parser("list", parents=[shared], help="列出账户")
    password = parts.add_parser("password", parents=[shared], help="换口令，并结束该账户的全部会话")
    password.add_argument("words", metavar="NAME", help="账户名")
    remove = parts.add_parser("remove", parents=[shared], help="删除账户和它的全部会话、草稿、文件")
    remove.add_argument("words", metavar="NAME", help="账户名")
    _confirm(remove)


def _data(data: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    parts = data.add_subparsers(dest="part", required=True, metavar="子命令", parser_class=type(data))
    for name, text in (("export", "导出为 .zip：data.json 和文件"), ("delete", "全部删除，不能恢复")):
        part = parts.add_parser(name, parents=[shared], help=text)
        part.add_argument("--user", metavar="NAME", help="哪个账户的（默认：本机没有登录时留下的全部）")
        if name == "export":
            part.add_argument("-o", "--output", type=Path, metavar="OUT.zip", help="写入哪个文件（默认以时间命名）")
        else:
            _confirm(part)


def _confirm(part: argparse.ArgumentParser) -> None:
    part.add_argument("--yes", action="store_true", default=None, help="不再询问")
