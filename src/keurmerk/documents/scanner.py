"""Asks ClamAV whether a file is infected, when its socket is set (settings.CLAMAV_SOCKET).

The INSTREAM command: the contents go in pieces, each after its length, and an empty one ends them. The
answer is one line: `stream: OK`, or `stream: <name> FOUND`.
"""

import socket
import struct
from contextlib import closing

from django.conf import settings

AT_ONCE = 65_536
LONGEST_ANSWER = 4_096


class UnreachableError(Exception):
    """No answer, or none that we understand: nothing is known of the file."""


def is_configured() -> bool:
    return bool(settings.CLAMAV_SOCKET)


def infection_in(data: bytes) -> str | None:
    """The name of what was found, or None for a clean file. Raises UnreachableError."""
    try:
        with closing(_connected(settings.CLAMAV_SOCKET, settings.CLAMAV_TIMEOUT)) as connection:
            answer = _ask(connection, data)
    except (OSError, ValueError) as error:
        raise UnreachableError(str(error)) from error
    return _verdict(answer)


def _connected(address: str, timeout: float) -> socket.socket:
    """A path of a socket on this machine, or host:port."""
    if "/" in address:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(timeout)
            connection.connect(address)
        except OSError:
            connection.close()
            raise
        return connection
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=timeout)


def _ask(connection: socket.socket, data: bytes) -> str:
    contents = memoryview(data)
    connection.sendall(b"zINSTREAM\0")
    try:
        for at in range(0, len(contents), AT_ONCE):
            piece = contents[at : at + AT_ONCE]
            connection.sendall(struct.pack(">I", len(piece)))
            connection.sendall(piece)
        connection.sendall(struct.pack(">I", 0))
    except (BrokenPipeError, ConnectionResetError):
        pass  # it says why it stopped listening, for instance that the file is above its own limit
    answer = b""
    while len(answer) < LONGEST_ANSWER and not answer.endswith(b"\0"):
        received = connection.recv(LONGEST_ANSWER)
        if not received:
            break
        answer += received
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _verdict(answer: str) -> str | None:
    told = answer.removeprefix("stream: ")
    if told == "OK":
        return None
    if told.endswith(" FOUND"):
        return told.removesuffix(" FOUND")
    raise UnreachableError(f"an answer we do not know: {answer[:200]!r}")
