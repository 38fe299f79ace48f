"""Reading the ID token of an outside login: signed by the provider, for us, now, in answer to our question.

OpenID Connect Core 1.0, §3.1.3.7. What came straight from the token endpoint is checked by its signature too,
so that nothing rests on how the line to it was kept.
"""

from collections.abc import Mapping
from typing import Any

import jwt

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Asymmetric only: with a shared secret, or none at all, the token would say nothing of who made it."""
DEMANDED = ("iss", "sub", "aud", "exp", "iat", "nonce")
LEEWAY = 60  # seconds that two clocks may differ


class IdTokenError(Exception):
    """The token is not what the provider would give us now."""


def verified_claims(
    token: str, keys: Mapping[str, Any], *, issuer: str, client_id: str, nonce: str
) -> dict[str, Any]:
    """The claims, once everything about the token holds. `keys` is the provider's key set (RFC 7517)."""
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            key=_key_of(token, keys),
            algorithms=list(ALGORITHMS),
            audience=client_id,
            issuer=issuer,
            leeway=LEEWAY,
            options={"require": list(DEMANDED)},
        )
    except (jwt.PyJWTError, ValueError, TypeError, KeyError) as error:
        raise IdTokenError(f"the ID token does not hold: {error}") from error
    if not nonce or claims["nonce"] != nonce:
        raise IdTokenError("the ID token answers another question")
    if claims.get("azp", client_id) != client_id:
        raise IdTokenError("the ID token was made for another party")
    return claims


def _key_of(token: str, keys: Mapping[str, Any]) -> Any:
    """The key that the token names; without a name only when there is no choice."""
    kid = jwt.get_unverified_header(token).get("kid")
    known = [key for key in jwt.PyJWKSet.from_dict(dict(keys)).keys if key.public_key_use in {None, "sig"}]
    fitting = [key for key in known if kid is None or key.key_id == kid]
    if len(fitting) != 1:
        raise IdTokenError("the ID token was signed with a key that the provider does not show")
    return fitting[0].key
