"""A port that cannot be used is named, with what to do instead."""

import socket

import pytest

from tools.port import obstacle


def test_a_free_port_is_no_obstacle() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert obstacle(str(port)) == ""


def test_a_port_in_use_is_refused_with_a_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert f"端口 {port} 用不了" in obstacle(str(port))
        assert "PORT=8001 make run" in obstacle(str(port))


@pytest.mark.parametrize("port", ["", "0", "65536", "八千", "²", "80 80", "-1"])
def test_what_is_not_a_port_number_is_refused(port: str) -> None:
    assert "不是 1 到 65535 的端口号" in obstacle(port)
