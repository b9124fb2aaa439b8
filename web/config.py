"""Every setting, read once, from KLUBBA_* in the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

ONLY_FOR_DEVELOPMENT = "only for development"


@dataclass(frozen=True)
class Config:
    """`address` is how the world reaches us, and stands in links that are mailed out.

    `mail`: "file" writes letters to the data folder (rehearsals), or "smtp://user:pass@host:587".
    `sms`: "file", or the mail address of a service that sends text messages, with {number} in it.
    `proxies`: how many proxies of our own stand in front and tell the real address.
    `seal`: the certificate with its key (PKCS#12) that approved minutes are sealed with, and
    `seal_passphrase_file`: the file that holds its passphrase.
    `data`: documents, letters and the embedded database.  `keys`: the folder of the server's
    own keys in digital elections, "keys" among the data if nothing else is said; in no backup.
    """

    database: str = "sqlite:///data/klubba.db"
    data: Path = Path("data")
    secret: str = ONLY_FOR_DEVELOPMENT
    address: str = "http://127.0.0.1:5000"
    mail: str = "file"
    mail_from: str = "klubba@localhost"
    sms: str = "file"
    proxies: int = 0
    redis: str | None = None
    seal: str | None = None
    seal_passphrase_file: str | None = None
    keys: str | None = None
    workers: int = 1
    rehearsal: bool = False
    async_mode: Literal["gevent", "threading"] = "gevent"
    background: bool = True
    upload_limit: int = 50_000_000  # bytes in one document
    rate_limits: bool = True

    @property
    def key_folder(self) -> Path:
        return Path(self.keys) if self.keys else self.data / "keys"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Config":
        config = cls()
        given: dict[str, Any] = {
            field.name: _as(type(getattr(config, field.name)), environ[name])
            for field in fields(cls)
            if (name := f"KLUBBA_{field.name.upper()}") in environ
        }
        return replace(config, **given)


def spoken(environ: Mapping[str, str] = os.environ) -> str:
    """On the command line: English where the machine's own setting says so, else Swedish."""
    told = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((one for one in told if one), "")
    return "en" if chosen.casefold().startswith("en") else "sv"


def _as(kind: type, text: str) -> object:
    if kind is bool:
        return text.lower() in ("1", "true", "yes", "ja")
    if issubclass(kind, Path):
        return Path(text)
    return int(text) if kind is int else text
