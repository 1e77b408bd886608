"""Passwords and keys: they have no place in a handbook, so they never get into the answers."""

import re
from typing import Final

_SECRETS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "password=x1", "contraseña: abc123": with a colon a digit tells it from a sentence.
        r"(?i)\b(?:password|passwd|pwd|contraseña|passphrase)\s*=\s*\S{4,}",
        (
            r"(?i)\b(?:password|passwd|pwd|contraseña|passphrase|clave|secreto?|token|pin|"
            r"api[ _-]?key|secret[ _-]?key)\s*(?:=|:|\bes\b|\bis\b)\s*(?=\S*[0-9])\S{4,}"
        ),
        # Keys of cloud, code and chat services, by the fixed beginning each of them has.
        r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
        r"\bgh[opsur]_[A-Za-z0-9]{30,}",
        r"\bgithub_pat_[A-Za-z0-9_]{30,}",
        r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
        r"\b[rs]k[-_](?:live|test|ant|proj)?[-_]?[A-Za-z0-9_-]{20,}",
        r"\bAIza[0-9A-Za-z_-]{35}",
        r"\bEAA[A-Za-z0-9]{60,}",
        # A signed web token, and the armour of a private key.
        r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}",
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
        # A name and password inside an address.
        r"(?i)\bhttps?://[^\s/:@]+:[^\s/@]+@",
    )
)


def looks_secret(text: str) -> bool:
    """Say whether a text seems to hold a password, a key or a token."""
    return any(pattern.search(text) for pattern in _SECRETS)
