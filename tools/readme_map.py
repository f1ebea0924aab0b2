"""Captions -> the map in the README; `python -m tools.readme_map` writes it."""

from tools.sources import ROOT, caption, relative, source_files

README = ROOT / "README.md"
BEGIN, END = "<!-- map -->\n", "<!-- /map -->"
MAPPED = ("wsgi.py", "index", "chatbot", "deploy", "tools")


def drawn_map() -> str:
    """One line a module, `path  caption`, in a fenced block."""
    modules = [path for path in source_files(".py") if path.relative_to(ROOT).parts[0] in MAPPED]
    width = max(len(relative(path)) for path in modules)
    lines = [f"{relative(path):{width}}  {caption(path)}" for path in modules]
    return "\n".join(["```text", *lines, "```", ""])


def readme_with(new_map: str) -> str:
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    if not after:
        raise ValueError(f"README.md has no map; put the lines {BEGIN.strip()} and {END} in it")
    return before + BEGIN + new_map + END + after


if __name__ == "__main__":
    README.write_text(readme_with(drawn_map()), encoding="utf-8")
