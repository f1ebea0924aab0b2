"""Word files with all that Word wraps words in, each with words to be commented."""

from tests.index.reading.word.word_files import (
    cell,
    paragraph,
    run,
    table,
)

BOLD, RED = "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
_BOX = "<w:txbxContent><w:p><w:r><w:t>盒子里的话。</w:t></w:r></w:p></w:txbxContent>"
_PICT = f"<w:pict>{_BOX}</w:pict>"
_BY = 'w:author="王" w:date="2026-01-01T00:00:00Z"'


def styled(text: str, properties: str = "", space: str = "") -> str:
    return f"<w:r>{properties}<w:t{space}>{text}</w:t></w:r>"


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def sdt(content: str, kind: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


# Name -> blocks of a body, the words to be commented, the words that the comment stands at.
BODIES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "several runs": (
        (p(styled("养老"), styled("床位", BOLD), styled("达到五万张。", RED)),),
        "老床位达",
        "老床位达",
    ),
    "several paragraphs": (
        (p(styled("甲乙"), styled("丙丁", BOLD)), p(), p(styled("戊己庚"))),
        "丁\n戊己",
        "丁戊己",
    ),
    "one sign in the middle": ((p(styled("甲乙丙", BOLD)),), "乙", "乙"),
    "signs that are written otherwise": ((p(styled("甲&amp;&#x4e59;&lt;丙")),), "&乙<", "&乙<"),
    "lines of the source": ((p(styled("甲 乙\r\n丙丁")),), "丙", "丙"),
    "signs beyond the first plane": ((p(styled("𠮷野𠮷家𠮷")),), "野𠮷", "野𠮷"),
    "white space that is kept": (
        (p(styled(" 甲 乙 ", space=' xml:space="preserve"')),),
        "甲 ",
        "甲 ",
    ),
    "white space in the middle": ((p(styled("甲 乙 丙")),), "乙 ", "乙 "),
    "white space that Word drops": ((p(styled(" 甲乙丙 ")),), "乙", " 甲乙丙 "),
    "a comment of the source": ((p(styled("甲<!-- x -->乙丙")),), "乙", "甲乙丙"),
    "tab and break": (
        (p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"),),
        "乙\n丙",
        "乙丙",
    ),
    "hyphens": (
        (p("<w:r><w:t>甲</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>乙丙</w:t></w:r>"),),
        "甲-乙",
        "甲乙",
    ),
    "hyperlink": (
        (p(run("见"), f'<w:hyperlink w:anchor="a">{run("养老办法")}</w:hyperlink>', run("。")),),
        "老办",
        "老办",
    ),
    "into a hyperlink": (
        (p(run("参见"), f'<w:hyperlink w:anchor="a">{run("养老办法")}</w:hyperlink>'),),
        "见养老",
        "见养老",
    ),
    "smart tag": (
        (p(f'<w:smartTag w:uri="u" w:element="e">{run("五万张")}</w:smartTag>', run("。")),),
        "万张。",
        "万张。",
    ),
    "rich content control": ((p(run("甲"), sdt(run("乙丙丁"))),), "丙", "丙"),
    "plain content control": (
        (p(run("甲"), sdt(run("乙丙丁"), "<w:text/>"), run("戊")),),
        "丙",
        "乙丙丁",
    ),
    "content control of paragraphs": ((sdt(paragraph("甲乙丙")),), "乙", "乙"),
    "inserted and deleted": (
        (
            p(
                run("床位达到"),
                f'<w:del w:id="1" {_BY}><w:r><w:delText>5</w:delText></w:r></w:del>',
                f'<w:ins w:id="2" {_BY}>{run("8万")}</w:ins>',
                run("张。"),
            ),
        ),
        "到8万张",
        "到8万张",
    ),
    "part of what was inserted": (
        (p(f'<w:ins w:id="2" {_BY}>{styled("八万张", BOLD)}</w:ins>'),),
        "万",
        "万",
    ),
    "a changed format": (
        (p(styled("甲乙丙", f'<w:rPr><w:b/><w:rPrChange w:id="3" {_BY}/></w:rPr>')),),
        "乙",
        "乙",
    ),
    "a paragraph mark that was deleted": (
        (
            f'<w:p><w:pPr><w:rPr><w:del w:id="4" {_BY}/></w:rPr></w:pPr>{run("甲乙")}</w:p>',
            p(run("丙丁")),
        ),
        "乙丙",
        "乙丙",
    ),
    "simple field": (
        (p(f'<w:fldSimple w:instr=" DATE ">{run("五月一日")}</w:fldSimple>', run("起")),),
        "月一日起",
        "月一日起",
    ),
    "field in parts": (
        (
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                "<w:r><w:instrText> REF a </w:instrText></w:r>",
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                run("第四条"),
                '<w:r><w:fldChar w:fldCharType="end"/><w:t>规定</w:t></w:r>',
            ),
        ),
        "四条规",
        "四条规",
    ),
    "ruby": (
        (
            p(
                run("甲"),
                f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('lǎo')}</w:rt>"
                f"<w:rubyBase>{run('老')}</w:rubyBase></w:ruby></w:r>",
                run("乙"),
            ),
        ),
        "老",
        "lǎo老",
    ),
    "table": ((table(cell("床位") + cell("五万"), cell("床数") + cell("六万")),), "数\t六", "数六"),
    "text box": ((p(run("正文"), f"<w:r>{_PICT}</w:r>", run("后面")),), "子里的", "盒子里的话。"),
    "bookmarks and proofing": (
        (
            p(
                run("甲"),
                '<w:bookmarkStart w:id="0" w:name="b"/><w:proofErr w:type="spellStart"/>',
                run("乙丙"),
                '<w:bookmarkEnd w:id="0"/>',
            ),
        ),
        "甲乙",
        "甲乙",
    ),
}
