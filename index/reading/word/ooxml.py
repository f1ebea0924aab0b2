"""The XML namespaces of Word files: names, not addresses that anything calls."""

from docx.oxml.ns import nsmap

W = f"{{{nsmap['w']}}}"
_COMPATIBILITY = nsmap["w"].replace("wordprocessingml", "markup-compatibility")
FALLBACK = f"{{{_COMPATIBILITY.removesuffix('/main')}}}Fallback"
