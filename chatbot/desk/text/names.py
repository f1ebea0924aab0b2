"""Text -> where a body, a place, an office holder or another document is named."""

import re
from collections.abc import Iterator

from index.spans import Span

_LEADS = (
    "由|向|经|报|受|会同|商|与|和|同|对|及|在|为|到|给|让|请|按|依|据|从|各|本|该|全|的|是|应当"
    "|责任"
)
_BODY_ENDS = (
    "人民政府|委员会|办公室|办公厅|领导小组|人民法院|检察院|联合会|协会|学会|基金会|总局|集团|公司"
    "|中心|医院|学校|大学|学院|支队|政府|法院|党委|市委|省委|县委|区委|局|厅|科|处|署|委"
    "|(?<![全内外上下东西南北中一])部"
)
_NAMES = re.compile(
    r"《[^《》]{2,80}》"
    rf"|(?:(?!{_LEADS})[一-鿿]){{2,12}}?(?:{_BODY_ENDS})(?!分|门|署|室|员|理|法)"
    rf"|(?:(?!{_LEADS})[一-鿿]){{2,5}}?(?:自治区|自治州|省|市|县|区|镇|乡|街道)"
    r"|[一-鿿]{2,3}(?=同志|总书记|主席|总理|书记|省长|市长|县长|区长|局长|厅长|主任)"
)


def names(text: str) -> Iterator[Span]:
    """The names in a squeezed text, in order; by their endings, so a few are too long."""
    for found in _NAMES.finditer(text):
        yield Span(found.start(), found.end())
