"""The bureau and its plans as search engines read them: JSON-LD in the terms of schema.org."""

import re
from typing import Any

from index.intake.documents import Document

Json = dict[str, Any]
_CONTEXT = "https://schema.org"
_LEGISLATION = re.compile("(法|条例|规定|办法|细则)(（[^）]*）|\\([^)]*\\))?$")


def organisation(name: str, url: str, telephone: str, logo: str = "") -> Json:
    """A GovernmentOrganization; `logo` is the address of its picture, "" for none."""
    told = {"name": name, "url": url, "telephone": telephone, "logo": logo}
    return _told("GovernmentOrganization", told)


def plan(document: Document, url: str) -> Json:
    """A plan as a Report; laws and the like as Legislation, with number and day of effect."""
    told: Json = {
        "name": document.title,
        "url": url,
        "inLanguage": "zh-CN",
        "datePublished": document.published or document.issued,
        "sameAs": document.source_url,
    }
    if document.issuer:
        told["publisher"] = _named(document.issuer)
    if not _LEGISLATION.search(document.title):
        return _told("Report", told)
    legal = {
        "legislationIdentifier": document.number,
        "legislationDate": document.issued,
        "legislationDateOfApplicability": document.effective,
    }
    return _told("Legislation", told | legal)


def _named(name: str) -> Json:
    return {"@type": "GovernmentOrganization", "name": name}


def _told(kind: str, told: Json) -> Json:
    return {"@context": _CONTEXT, "@type": kind} | {key: one for key, one in told.items() if one}
