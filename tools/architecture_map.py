"""Captions -> the map in ARCHITECTURE.md; `python -m tools.architecture_map` writes it."""

from tools.sources import ROOT, caption, relative, source_files

PAGE = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- map -->\n", "<!-- /map -->"
MAPPED = ("wsgi.py", "index", "chatbot", "deploy", "tools")


def drawn_map() -> str:
    """One line a module, `path  caption`, in a fenced block."""
    modules = [path for path in source_files(".py") if path.relative_to(ROOT).parts[0] in MAPPED]
    width = max(len(relative(path)) for path in modules)
    lines = [f"{relative(path):{width}}  {caption(path)}" for path in modules]
    return "\n".join(["```text", *lines, "```", ""])


def page_with(new_map: str) -> str:
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    if not after:
        raise ValueError(f"{PAGE.name} has no map; put the lines {BEGIN.strip()} and {END} in it")
    return before + BEGIN + new_map + END + after


if __name__ == "__main__":
    PAGE.write_text(page_with(drawn_map()), encoding="utf-8")
