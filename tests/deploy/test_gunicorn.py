"""The log of visits never holds a question."""

import runpy

from tools.sources import ROOT


def test_the_access_log_has_neither_query_string_nor_referer() -> None:
    settings = runpy.run_path(str(ROOT / "deploy" / "gunicorn.conf.py"))
    for atom in ("%(r)s", "%(q)s", "%(f)s", "{raw_uri}", "{query_string}", "{referer}"):
        assert atom not in settings["access_log_format"].lower()
