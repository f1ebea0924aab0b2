"""OFD files made for a test, as the makers' own files are laid out."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

NAMESPACE = "urn:ofd"  # makers put their own
SIZE, LEADING = 5.64, 9.0  # millimetres: 16 points
LEFT, TOP = 28.0, 40.0
DOCUMENT, PAGE = "Doc_0/Document.xml", "Doc_0/Pages/Page_{}/Content.xml"
UPRIGHT = "1 0 0 1 0 0"


def line(text: str, x: float, y: float, ctm: str = UPRIGHT, **more: str) -> str:
    """A text object; its characters stand as DeltaX says, one size from the next."""
    given = "".join(f' {name}="{value}"' for name, value in more.items())
    deltas = f"g {len(text) - 1} {SIZE}" if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="9" Size="{SIZE}" Boundary="{x} {y} 200 9" CTM="{ctm}"{given}>'
        f'<ofd:TextCode X="0" Y="{SIZE}" DeltaX="{deltas}">{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def lines(texts: Sequence[str], top: float = TOP) -> str:
    return "".join(line(text, LEFT, top + at * LEADING) for at, text in enumerate(texts))


def of_pages(
    folder: Path, *pages: str, template: str = "", parts: Mapping[str, str] | None = None
) -> Path:
    """A file of pages, each the XML of its layer; `parts` are other parts by their names."""
    file = folder / "规划.ofd"
    uses = '<ofd:Template TemplateID="7"/>' if template else ""
    made = {
        "OFD.xml": f'<ofd:OFD xmlns:ofd="{NAMESPACE}" DocType="OFD" Version="1.0"><ofd:DocBody>'
        f"<ofd:DocRoot>/{DOCUMENT}</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        DOCUMENT: f'<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData><ofd:PageArea>'
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>'
        + "".join(
            f'<ofd:Page ID="{number}" BaseLoc="Pages\\Page_{number}\\Content.xml"/>'
            for number in range(len(pages))
        )
        + "</ofd:Pages></ofd:Document>",
        "Doc_0/Tpls/Tpl_0/Content.xml": _content(template),
        **{PAGE.format(number): _content(layer, uses) for number, layer in enumerate(pages)},
        **(parts or {}),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in made.items():
            package.writestr(name, xml)
    return file


def _content(layer: str, before: str = "") -> str:
    return (
        f'<ofd:Page xmlns:ofd="{NAMESPACE}">{before}<ofd:Content><ofd:Layer ID="8">'
        f"<ofd:PageBlock>{layer}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>"
    )
