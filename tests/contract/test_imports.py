"""What is not needed is not loaded: no vendor of models without a model, no vendor of anything for one question."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
import assistant.writing.embedded, assistant.writing.fallback, assistant.writing.titles, assistant.library.prompts
loaded = sorted(name for name in ("openai", "langchain_openai", "langchain_core") if name in sys.modules)
print(",".join(loaded))
"""


def test_the_embedded_path_imports_no_vendor_of_models():
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""


CHAT = """
import sys
from assistant.library.programmes import load_catalogue
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.model_wiring import build_conductor
from assistant.writing.embedded import EmbeddedWriter
chat = Assistant(catalogue=load_catalogue(), open_search=lambda: None, writer=EmbeddedWriter())
build_conductor(Settings.model_validate({}), chat)
print(",".join(name for name in ("openai", "langchain", "langgraph", "langchain_core") if name in sys.modules))
"""


def test_a_conversation_without_a_model_imports_no_agent():
    run = subprocess.run([sys.executable, "-c", CHAT], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""


ASK = """
import sys
from assistant.commandline.running import run
from assistant.commandline.arguments import parse_arguments
run(parse_arguments(["ask", "2023年每个推荐单位可以推荐几个问题？"]))
heavy = ("chromadb", "langchain_core", "openai", "gradio", "sklearn", "scipy", "bm25s", "lxml", "docx", "yaml")
print(",".join(name for name in heavy if name in sys.modules))
"""


def test_a_question_imports_nothing_that_it_does_not_need(index_dir: Path):
    environment = os.environ | {"WENJIN_DATA_DIR": str(index_dir), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", ASK]
    subprocess.run(command, capture_output=True, check=True, env=environment)  # reads the corpus and builds the index
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)

    assert run.stdout.splitlines()[-1] == ""


CHECK = """
import sys
from assistant.commandline.running import run
from assistant.commandline.arguments import parse_arguments
run(parse_arguments(["check", sys.argv[1], "--format", "csv"]))
heavy = ("chromadb", "langchain_core", "openai", "gradio", "sklearn", "scipy", "docx", "xlsxwriter", "yaml", "tqdm")
print(",".join(name for name in heavy if name in sys.modules))
"""


def test_a_check_imports_no_writer_of_files_that_are_not_asked_for(index_dir: Path, tmp_path: Path):
    draft = tmp_path / "稿.md"
    draft.write_text("题目：如何提高效率？\n\n关键词：甲；乙", "utf-8")
    environment = os.environ | {"WENJIN_DATA_DIR": str(index_dir), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", CHECK, str(draft)]

    run = subprocess.run(command, capture_output=True, check=True, env=environment)

    assert run.stdout.decode().splitlines()[-1] == ""
    assert b"house.document.empty" in run.stdout
