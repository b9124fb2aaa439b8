"""The server's own key in each digital election: made, used and destroyed by a worker process.

PROTOCOL 12, 13, 21.  It is a file beside the database, outside every backup, and never comes into
the process that talks to the world.  It is the server's part alone: without the tellers it opens
nothing, and without it neither do they.  What these functions answer is public.
"""

import os
import time
from pathlib import Path

from gmpy2 import mpz

from core.workers import Workers
from voting.ballot import board, canonical, jobs
from voting.ballot.ceremony import single_holder
from voting.ballot.election import UUID, read_election
from voting.ballot.group import GROUPS, Group
from voting.ballot.keeping import Announced, Closed, Opened, Wanted
from voting.ballot.making import chance
from voting.ballot.making.decryption import decrypt
from voting.ballot.making.tellers import new_key
from voting.ballot.objects import EncryptedTally, Homomorphic, Pedersen, Terms
from voting.ballot.trustees import read_trustees
from voting.ballot.verify.asked import Asked

LENGTH = 14  # characters of a uuid
FRESH = 60  # seconds that a key may be kept before the election it is for
SERVER = 1  # the first who holds a key; the tellers come after it


class Keys:
    """The vault of `voting.ballot.keeping`, in worker processes."""

    def __init__(self, workers: Workers, folder: Path, version: str) -> None:
        self._workers, self.folder, self._version = workers, folder, version

    def announce(self, wanted: Wanted) -> Announced:
        return self._workers.run(announce, self.folder, wanted)

    def open_urn(self, closed: Closed) -> Opened:
        return self._workers.run(open_urn, self.folder, closed, self._version)

    def destroy(self, uuid: str) -> None:
        self._workers.run(destroy, self.folder, uuid)

    def kept(self) -> dict[str, bool]:
        """The elections that a key is kept for, and whether it was made just now."""
        if not self.folder.is_dir():
            return {}
        lately = time.time() - FRESH
        files = [one for one in self.folder.iterdir() if UUID.fullmatch(one.name)]
        return {one.name: one.stat().st_mtime > lately for one in files}


def announce(folder: Path, wanted: Wanted) -> Announced:
    """A new key, and the election under it and the tellers'.  Raises Fault for impossible terms."""
    group = GROUPS[wanted.group]
    key, uuid = new_key(group), chance.base58(LENGTH)
    tellers = canonical.parse(wanted.tellers, Pedersen)
    trustees = canonical.dump((single_holder(key.public), tellers))
    text = canonical.dump(_terms(wanted, group, uuid, trustees))
    fingerprint = read_election(text).fingerprint
    _keep(folder, uuid, str(key.private))
    return Announced(uuid, text, trustees, fingerprint)


def open_urn(folder: Path, closed: Closed, version: str) -> Opened:
    """The server decrypts last; then all is put together and checked as strictly as anybody can."""
    election = read_election(closed.election)
    encrypted = canonical.parse(closed.tally, EncryptedTally)
    own = decrypt(election, encrypted, mpz((folder / closed.uuid).read_text("ascii")))
    partials = {**dict(sorted(closed.shares.items())), SERVER: own}
    archive = closed.archive
    for owner, partial in partials.items():
        archive = board.add_partial(archive, owner, partial)
    texts = (closed.election, closed.trustees, closed.tally)
    archive = board.add_result(archive, jobs.combine(*texts, partials, closed.ballots))
    asked = Asked(forbid_revotes=True, house_rules=True, minimum=closed.minimum)
    return Opened(archive, jobs.verify_archive(archive, version, asked))


def destroy(folder: Path, uuid: str) -> None:
    """Written over, then gone; nobody can open a single ballot any more."""
    path = folder / uuid
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(b"0" * path.stat().st_size)
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def _terms(wanted: Wanted, group: Group, uuid: str, trustees: str) -> Terms:
    question = Homomorphic(
        answers=wanted.answers,
        blank=True,
        min=wanted.least,
        max=wanted.most,
        question=wanted.question,
    )
    return Terms(
        version=1,
        description=wanted.description,
        name=wanted.name,
        group=group.name,
        public_key=read_trustees(group, trustees).election_key,
        questions=(question,),
        uuid=uuid,
    )


def _keep(folder: Path, uuid: str, secret: str) -> None:
    """For nobody else on the machine to read."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / uuid, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
