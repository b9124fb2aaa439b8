"""The ways out: a file in the data folder, or a mail server.  Text messages may go by mail too."""

import smtplib
import ssl
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from web.config import Config

LOCAL = ("localhost", "127.0.0.1", "::1")
PATIENCE = 20  # seconds for the mail server
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class Written:
    """A letter in words.  `to` is a mail address or a telephone number."""

    number: int
    to: str
    subject: str
    text: str


class Carrier(Protocol):
    def carry(self, letter: Written) -> None:
        """Return when it has left the house; raise if it has not."""
        ...


@dataclass(frozen=True)
class ToFile:
    """For rehearsals and tests: every letter becomes a file that only the owner may read."""

    folder: Path
    sender: str

    def carry(self, letter: Written) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.folder / f"{letter.number:06}.eml"
        part = path.with_suffix(".part")
        part.touch(mode=0o600)
        part.write_bytes(bytes(_message(letter, self.sender)))
        part.replace(path)


@dataclass(frozen=True)
class ToServer:
    """`address`: smtp://user:password@host:port (STARTTLS) or smtps://… (TLS from the start)."""

    address: str
    sender: str

    def carry(self, letter: Written) -> None:
        parts = urlsplit(self.address)
        with self._connection() as server:
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(_message(letter, self.sender))

    def _connection(self) -> smtplib.SMTP:
        """Letters sign people in, so they leave this machine enciphered or not at all."""
        parts = urlsplit(self.address)
        host, port = parts.hostname or "localhost", parts.port or PORTS[parts.scheme]
        trusted = ssl.create_default_context()
        if parts.scheme == "smtps":
            return smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=trusted)
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=trusted)
        elif host not in LOCAL:
            server.close()
            raise ConnectionRefusedError("E-postservern erbjuder ingen kryptering (STARTTLS).")
        return server


@dataclass(frozen=True)
class ByMailToPhone:
    """Operators turn mail to 46701234567@their.service into text messages."""

    pattern: str
    mail: Carrier

    def carry(self, letter: Written) -> None:
        number = "".join(sign for sign in letter.to if sign.isdigit())
        number = number.removeprefix("00")
        number = "46" + number[1:] if number.startswith("0") else number
        self.mail.carry(replace(letter, to=self.pattern.format(number=number)))


def carriers(config: Config) -> dict[str, Carrier]:
    """By channel, as the configuration says."""
    files = ToFile(config.data / "letters", config.mail_from)
    mail: Carrier = files if config.mail == "file" else ToServer(config.mail, config.mail_from)
    phone: Carrier = files if config.sms == "file" else ByMailToPhone(config.sms, mail)
    return {"email": mail, "phone": phone}


def _message(letter: Written, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = sender, letter.to
    message["Subject"], message["Date"] = letter.subject, formatdate(localtime=False)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2] or None)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message
