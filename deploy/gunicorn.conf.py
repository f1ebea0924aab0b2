"""gunicorn settings, each with its reason; the address comes from the command line."""

from pathlib import Path
from threading import Event, Thread

from chatbot.tidying import keep_tidy
from chatbot.warming import keep_warm, warm_up
from index.errors import PlanError

# Loading jieba's dictionary takes seconds and 100 MB: once, before the workers fork.
preload_app = True

# An answer is short, CPU-bound work; threads are for slow phones that hold a connection open.
# To change the numbers for one machine: GUNICORN_CMD_ARGS="--workers 4" make run
workers = 2
worker_class = "gthread"
threads = 8

# No answer takes a second, so a worker that is silent for 30 is stuck.
timeout = 30
# A restart lets answers that were begun be finished, but not for ever.
graceful_timeout = 20
# A proxy in front reuses its connections; a browser fetches page, style and script in one go.
keepalive = 5

# /ask carries the question in the address: 500 characters are 4,500 bytes once encoded.
limit_request_line = 8190

# The heartbeat is a file touched every second; on a busy disk that touch can block.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108

# Two servers on one machine (service and tests) would fight over this socket; nobody uses it.
control_socket_disable = True

errorlog = "-"
accesslog = "-"
# %(U)s is the path without its query string, and no Referer: both would carry people's questions.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s" %(s)s %(b)s %(M)sms'


def when_ready(server):  # noqa: ANN001, ANN201  the name and shape are gunicorn's
    """Load the index and jieba's dictionary here, so that workers share them from the fork on."""
    try:
        warm_up(server.app.wsgi().extensions["planbot"])
    except PlanError as fault:
        server.log.warning("%s", fault)  # /healthz says so, and a later build is picked up


def post_worker_init(worker):  # noqa: ANN001, ANN201  the name and shape are gunicorn's
    """A rebuilt index is loaded beside the questions, and what has had its days is deleted."""
    services = worker.app.wsgi().extensions["planbot"]
    for work in (keep_warm, keep_tidy):
        Thread(target=work, args=(services, Event()), daemon=True).start()
