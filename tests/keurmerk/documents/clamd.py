"""A virus scanner on a real socket, that speaks the protocol and knows one virus."""

import socket
import struct
from threading import Thread

# The harmless test file that every scanner reports; in pieces, so that none reports this one.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-" + "STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*").encode()


class Clamd:
    """`answers` replaces what it says; `most` is its own limit; `silent` listens and says nothing."""

    def __init__(self, path=None, *, answers=None, most=10**9, silent=False):
        family = socket.AF_UNIX if path else socket.AF_INET
        self._listener = socket.socket(family, socket.SOCK_STREAM)
        self._listener.bind(str(path) if path else ("127.0.0.1", 0))
        self._listener.listen()
        self.address = str(path) if path else f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._answers, self._most, self._silent = answers, most, silent
        self.received = []
        self._held = []
        self._thread = Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)
        for connection in self._held:
            connection.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            if self._silent:
                self._held.append(connection)
                continue
            with connection:
                self._answer(connection)

    def _answer(self, connection):
        stream = connection.makefile("rb")
        assert stream.read(10) == b"zINSTREAM\0"
        data = b""
        while length := struct.unpack(">I", stream.read(4))[0]:
            data += stream.read(length)
            if len(data) > self._most:
                connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.received.append(data)
        verdict = b"stream: Win.Test.EICAR_HDB-1 FOUND" if EICAR in data else b"stream: OK"
        connection.sendall((self._answers or verdict) + b"\0")
