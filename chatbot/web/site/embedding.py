"""How to put the service on another site: three ways, each ready to copy and seen at work."""

from flask import Blueprint, render_template, url_for

from chatbot.integrity import script_hash
from chatbot.web.http.served_by import services

pages = Blueprint("embedding", __name__)


@pages.get("/embed")
def page() -> str:
    base = url_for("start.home", _external=True).rstrip("/")
    return render_template("site/embed.html", snippets=snippets(base), base=base)


def snippets(base: str) -> dict[str, str]:
    """The lines that a portal copies; `base` is the address of this service."""
    contact = services().settings.contact
    link = f'<a href="{base}/ask">政策问答</a>'
    call = f'<a href="tel:{contact}">{contact}</a>'
    script = f"{base}/widget/v1/plan-chat.js"
    return {
        "link": link,
        "frame": f'<iframe src="{base}/ask" title="政策问答" width="100%" height="640"></iframe>',
        "script": f'<plan-chat contact="{contact}"><p>{link} {call}</p></plan-chat>\n'
        f'<script type="module" async src="{script}"></script>',
        "pinned": f'<script type="module" async src="{script}"\n'
        f'  integrity="{script_hash()}" crossorigin="anonymous"></script>',
        "json": '<plan-chat>\n  <script type="application/json">\n'
        f'    {{"title": "政策问答", "contact": "{contact}", "size": "large", "documents": []}}\n'
        f"  </script>\n  <p>{link} {call}</p>\n</plan-chat>",
        "policy": f"script-src {base}; connect-src {base}",
        "frame_policy": f"frame-src {base}",
    }
