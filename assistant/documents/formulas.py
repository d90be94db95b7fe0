"""Formulas (Office MathML) as one line of text."""

from assistant.documents.marks import M, Node, W

_SKIPPED = frozenset(
    f"{M}{name}" for name in ("rPr", "fPr", "dPr", "naryPr", "radPr", "sSupPr", "sSubPr", "sSubSupPr", "ctrlPr",
                              "oMathParaPr", "mPr", "eqArrPr", "accPr", "barPr", "boxPr", "funcPr", "groupChrPr",
                              "limLowPr", "limUppPr", "phantPr", "sPrePr", "borderBoxPr", "argPr")
) | {f"{W}del", f"{W}moveFrom"}  # fmt: skip


def read_formula(node: Node) -> str:
    """Return the formula in reading order: fractions with /, powers with ^, indices with _."""
    name = node.tag.removeprefix(M)
    if name == "t" or node.tag == f"{W}t":
        return node.text or ""
    if node.tag in _SKIPPED:
        return ""
    match name:
        case "f":
            return f"{_part(node, 'num')}/{_part(node, 'den')}"
        case "sSup":
            return f"{_part(node, 'e')}^{_part(node, 'sup')}"
        case "sSub":
            return f"{_part(node, 'e')}_{_part(node, 'sub')}"
        case "sSubSup":
            return f"{_part(node, 'e')}_{_part(node, 'sub')}^{_part(node, 'sup')}"
        case "rad":
            return f"{_part(node, 'deg')}√{_part(node, 'e')}"
        case "d":
            inner = _sign(node, "d", "sepChr", "|").join(read_formula(part) for part in node.findall(f"{M}e"))
            return f"{_sign(node, 'd', 'begChr', '(')}{inner}{_sign(node, 'd', 'endChr', ')')}"
        case "nary":
            limits = f"_{_part(node, 'sub')}^{_part(node, 'sup')}".replace("_^", "^").rstrip("_^")
            return f"{_sign(node, 'nary', 'chr', '∫')}{limits} {_part(node, 'e')}"
        case _:
            return "".join(map(read_formula, node))


def _part(node: Node, name: str) -> str:
    part = node.find(f"{M}{name}")
    return "" if part is None else read_formula(part)


def _sign(node: Node, kind: str, name: str, default: str) -> str:
    found = node.find(f"{M}{kind}Pr/{M}{name}")
    return default if found is None else found.get(f"{M}val") or ""
