"""A port number -> nothing when it is free, else what stands in the way; for `make run`."""

import socket
import sys

HIGHEST = 65535


def obstacle(port: str, host: str = "127.0.0.1") -> str:
    """Why a server cannot listen on this port, with the remedy; empty when it can."""
    remedy = "请换一个端口，例如：PORT=8001 make run"
    if not (port.isascii() and port.isdecimal() and 0 < int(port) <= HIGHEST):
        return f"服务没有启动：PORT={port} 不是 1 到 {HIGHEST} 的端口号。{remedy}"
    with socket.socket() as probe:
        # As gunicorn does: a port that was closed a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            return f"服务没有启动：端口 {port} 用不了（{error.strerror}）。{remedy}"
    return ""


if __name__ == "__main__":
    sys.exit(obstacle(sys.argv[1]) or 0)
