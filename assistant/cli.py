"""The command line: arguments, one verb, its result as Chinese text or JSON."""


def main() -> None:
    """Run the console script `wenjin`."""
