"""Envelope encryption: every file has a key of its own, and that key is wrapped by a master key.

The layout of a sealed file: mark (4), id of the master key (8), nonce (12), wrapped data key (48), nonce (12)
and the contents with their tag. The name of the file is authenticated with both parts, so no file
can stand in for another.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK = b"KMF1"
KEY_ID, NONCE, KEY, TAG = 8, 12, 32, 16
WRAPPED = KEY + TAG
HEAD = len(MARK) + KEY_ID + NONCE + WRAPPED


class CannotOpenError(Exception):
    """The file was changed, belongs to another name, or was closed with a key that is not here."""


@dataclass(frozen=True)
class MasterKey:
    secret: bytes = field(repr=False)
    key_id: bytes

    @classmethod
    def of(cls, text: str) -> "MasterKey":
        """A key from any secret text; the derivation only spreads it, so the text itself must be random."""
        secret = HKDF(SHA256(), KEY, salt=None, info=b"keurmerk file key").derive(text.encode())
        return cls(secret, hashlib.sha256(b"id" + secret).digest()[:KEY_ID])


class Cipher:
    """Closes with the first master key and opens with any of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys or not all(keys):
            raise ValueError("at least one master key is needed, and none may be empty")
        self._keys = [MasterKey.of(key) for key in keys]

    def seal(self, data: bytes, name: str) -> bytes:
        data_key = AESGCM.generate_key(KEY * 8)
        nonce = os.urandom(NONCE)
        return self._wrap(data_key, name) + nonce + AESGCM(data_key).encrypt(nonce, data, name.encode())

    def open(self, sealed: bytes, name: str) -> bytes:
        data_key = self._unwrap(sealed[:HEAD], name)
        nonce, body = sealed[HEAD : HEAD + NONCE], sealed[HEAD + NONCE :]
        return _decrypt(data_key, nonce, body, name)

    def rewrap(self, sealed: bytes, name: str) -> bytes:
        """The same contents under the first master key; only the wrapped key changes."""
        return self._wrap(self._unwrap(sealed[:HEAD], name), name) + sealed[HEAD:]

    def is_current(self, sealed: bytes) -> bool:
        return sealed[len(MARK) : len(MARK) + KEY_ID] == self._keys[0].key_id

    def _wrap(self, data_key: bytes, name: str) -> bytes:
        master, nonce = self._keys[0], os.urandom(NONCE)
        wrapped = AESGCM(master.secret).encrypt(nonce, data_key, name.encode())
        return MARK + master.key_id + nonce + wrapped

    def _unwrap(self, head: bytes, name: str) -> bytes:
        if len(head) < HEAD or not head.startswith(MARK):
            raise CannotOpenError("this is not a sealed file")
        key_id, rest = head[len(MARK) :][:KEY_ID], head[len(MARK) + KEY_ID :]
        for master in self._keys:
            if master.key_id == key_id:
                return _decrypt(master.secret, rest[:NONCE], rest[NONCE:], name)
        raise CannotOpenError("the master key of this file is not here")


def _decrypt(key: bytes, nonce: bytes, data: bytes, name: str) -> bytes:
    try:
        return AESGCM(key).decrypt(nonce, data, name.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpenError("the file was changed or belongs to another name") from error
