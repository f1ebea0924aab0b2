"""The XML namespaces and types of Word files: names, not addresses that anything calls."""

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap

W = f"{{{nsmap['w']}}}"
WORDS = nsmap["w"]
_COMPATIBILITY = nsmap["w"].replace("wordprocessingml", "markup-compatibility")
_MC = f"{{{_COMPATIBILITY.removesuffix('/main')}}}"
SPACE = f"{{{nsmap['xml']}}}space"
ALTERNATES, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Fallback"
TYPES = f"{{{NAMESPACE.OPC_CONTENT_TYPES}}}"
RELATIONSHIPS = NAMESPACE.OPC_RELATIONSHIPS
COMMENTS_TYPE = CONTENT_TYPE.WML_COMMENTS
MAIN, COMMENTS = RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.COMMENTS
STYLES, NUMBERING = RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.NUMBERING
NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
