"""Without a model, the program loads no vendor of models."""

import subprocess
import sys

PROGRAM = """
import sys
import assistant.writing.embedded, assistant.writing.fallback, assistant.writing.titles, assistant.library.prompts
loaded = sorted(name for name in ("openai", "langchain_openai", "langchain_core") if name in sys.modules)
print(",".join(loaded))
"""


def test_the_embedded_path_imports_no_vendor_of_models():
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""
