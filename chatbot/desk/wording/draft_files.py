"""A draft's file of any known format -> its words, read under limits as plans are."""

from pathlib import Path

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.intake.cleaning import clean
from index.reading import FORMATS, read_paragraphs
from index.reading.word.drafts.word_draft import WordDraft, read_word_draft

WORD = ".docx"  # comes back with comments
TAKEN = (WORD, *sorted(FORMATS - {WORD}))
# What has a page around its words: menus, dates of a site, running heads, page numbers.
_PAGES = frozenset({".html", ".htm", ".mht", ".mhtml", ".pdf", ".ofd"})


def read_draft_file(file: Path) -> str:
    """The words as they stand, a line a paragraph; of a page without what stands around them.

    Raises PlanFileUnreadable or PlanFileEmpty.
    """
    suffix = file.suffix.lower()
    if suffix == WORD:
        return read_word_draft(file).text
    paragraphs = read_paragraphs(file)
    if suffix not in _PAGES:
        return "\n".join(paragraph.text for paragraph in paragraphs)
    if text := clean(paragraphs).text:
        return text
    raise PlanFileEmpty(f"{file.name}：除了网页的页眉页脚没有正文；请检查文件是否下载完整。")


def read_commentable(file: Path) -> WordDraft:
    """The words of a .docx with their places in it; raises as `read_draft_file` does."""
    if file.suffix.lower() != WORD:
        raise PlanFileUnreadable(
            f"{file.name}：只有 {WORD} 能带着批注取回；请用 Word 或 WPS 另存为 {WORD}，"
            "或者不要批注，只看核对结果。"
        )
    return read_word_draft(file)
