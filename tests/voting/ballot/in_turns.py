"""One election by two programs: the tool and we take turns, and each writes its own archive.

Seat 1 of the key is the tool's, seat 2 is ours, and both decrypt.
"""

import json
from pathlib import Path
from typing import NamedTuple

from tests.voting.ballot.elections import texts
from tests.voting.ballot.tool import Tool
from voting.ballot import board, canonical
from voting.ballot.ballots import read_ballot
from voting.ballot.ceremony import deal, read_certificates, sharing_tellers
from voting.ballot.decryption import result
from voting.ballot.election import Election, read_election
from voting.ballot.group import Group
from voting.ballot.hashing import hexadecimal
from voting.ballot.making.answers import Choice
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.channel import Correspondent
from voting.ballot.making.credentials import derive
from voting.ballot.making.decryption import decrypt
from voting.ballot.making.shuffles import make_shuffle
from voting.ballot.making.tellers import Teller
from voting.ballot.objects import (
    EncryptedTally,
    Output,
    Owned,
    PartialDecryption,
    Polynomial,
    Question,
    Shuffle,
    SignedMessage,
)
from voting.ballot.register import write_register
from voting.ballot.tally import free_rows, tally, with_free_rows
from voting.ballot.trustees import read_trustees

CERTIFICATES, POLYNOMIALS = ("--certs", "certs.jsons"), ("--polynomials", "polynomials.jsons")


class Ceremony(NamedTuple):
    key: str  # the file with the tool's seed
    ours: Teller
    envelope: str  # with our share


def hold_ceremony(tool: Tool, group: Group) -> Ceremony:
    """Each step by both; the threshold object is the same, whoever puts it together."""

    def step(number: int, *words: str, told: str = "") -> str:
        command = ("setup", "generate-trustee-key-threshold", "--group", group.name)
        return tool(*command, "--step", str(number), *words, told=told).strip()

    step(1)
    (stem,) = (path.stem for path in tool.folder.glob("*.key"))
    key, ours = ("--key", f"{stem}.key"), Teller(Correspondent.new(group))
    signed = [canonical.parse(tool.read(f"{stem}.cert").strip(), SignedMessage)]
    signed.append(ours.certificate())
    tool.write("certs.jsons", lines(*signed))
    step(2, *CERTIFICATES)
    certificates = read_certificates(group, signed)
    theirs = canonical.parse(step(3, *CERTIFICATES, *key, "--threshold", "2"), Polynomial)
    polynomials = [theirs, ours.polynomial(2, certificates)]
    tool.write("polynomials.jsons", lines(*polynomials))
    step(4, *CERTIFICATES, *POLYNOMIALS)
    dealt = tool.read(f"{stem}.vinput")
    assert dealt.strip() == canonical.dump(deal(polynomials, 1))
    outputs = [
        canonical.parse(step(5, *CERTIFICATES, *key, told=dealt), Output),
        ours.output(2, 2, certificates, deal(polynomials, 2)),
    ]
    threshold = step(6, *CERTIFICATES, *POLYNOMIALS, told=lines(*outputs))
    together = sharing_tellers(2, signed, polynomials, outputs)
    assert threshold == canonical.dump(together.group)
    tool.write("threshold.json", threshold)
    return Ceremony(f"{stem}.key", ours, outputs[1].private_key)


def lines(*objects: object) -> str:
    return "".join(f"{canonical.dump(one)}\n" for one in objects)


class InTurns:
    """The tool's archive lies in its folder, ours is `board`."""

    def __init__(self, tool: Tool, group: Group, question: Question, voters: int) -> None:
        self.tool, self.group = tool, group
        self.ceremony = hold_ceremony(tool, group)
        self.credentials = self._announced(question, voters)
        self.board = self.theirs.read_bytes()
        self.encrypted: EncryptedTally = ()
        self.partials: dict[int, str] = {}

    @property
    def theirs(self) -> Path:
        (path,) = self.tool.folder.glob("*.bel")
        return path

    @property
    def election(self) -> Election:
        return read_election(texts(self.board, "Setup")[0])

    def vote_by_tool(self, place: int, choice: Choice) -> None:
        words = self.tool.write("own", self.credentials[place])
        vote = self.tool.write("vote", json.dumps([choice]))
        (ballot,) = self.tool.election("generate-ballot", "--privcred", words, "--ballot", vote)
        self.cast(ballot)

    def vote_by_us(self, place: int, choice: Choice) -> None:
        voter = derive(self.group, self.election.uuid, self.credentials[place])
        self.cast(make_ballot(self.election, voter, [choice]))

    def cast(self, ballot: str) -> None:
        self.tool.add("Ballot", ballot)
        self.board = board.add_ballot(self.board, ballot)

    def close(self) -> None:
        """Both come to the same tally."""
        self.tool.add("EndBallots")
        self.board = board.seal(self.board, [])
        ballots = list(map(read_ballot, texts(self.board, "Ballot")))
        self.encrypted = tally(self.election, ballots)
        theirs = self.tool.election("compute-encrypted-tally")
        assert theirs[0] == canonical.dump(self.encrypted)
        self.tool.add("EncryptedTally", *theirs)
        self.board = board.add_tally(self.board, theirs[0], len(ballots))

    def mix(self) -> None:
        shuffle, _record = self.tool.election("shuffle", "--trustee-id", "1")
        self._mixed(1, shuffle)
        self._mixed(2, make_shuffle(self.election, free_rows(self.election, self.encrypted)))
        self.tool.add("EndShuffles")
        self.board = board.end_shuffles(self.board)

    def decrypt(self) -> None:
        stem = self.ceremony.key.removesuffix(".key")
        keys = ("--key", self.ceremony.key, "--decryption-key", f"{stem}.dkey")
        partial, _record = self.tool.election("decrypt-threshold", *keys, "--trustee-id", "1")
        self._decrypted(1, partial)
        private = self.ceremony.ours.private_key(self.ceremony.envelope)
        self._decrypted(2, decrypt(self.election, self.encrypted, private))

    def count(self, ballots: int) -> str:
        """Both come to the same result."""
        parsed = {
            owner: canonical.parse(text, PartialDecryption) for owner, text in self.partials.items()
        }
        holders = read_trustees(self.group, texts(self.board, "Setup", part=1)[0])
        ours = canonical.dump(result(self.election, holders, self.encrypted, parsed, ballots))
        assert self.tool.election("compute-result") == [ours]
        self.tool.add("Result", ours)
        self.board = board.add_result(self.board, ours)
        return ours

    def _announced(self, question: Question, voters: int) -> list[str]:
        uuid = self.tool("setup", "generate-token", "--length", "14").strip()
        of_it = ("--dir", ".", "--uuid", uuid, "--group", self.group.name)
        self.tool.write("public_keys.jsons", "")
        self.tool("setup", "make-trustees", "--dir", ".")
        asked = [json.loads(canonical.dump(question))]
        told = {"description": "Påhittat", "name": "Val", "questions": asked}
        template = self.tool.write("T.json", json.dumps(told))
        self.tool("setup", "make-election", *of_it, "--template", template)
        self.tool("setup", "generate-credentials", *of_it, "--count", str(voters))
        (private,) = self.tool.folder.glob("*.privcreds")
        credentials = [line.split()[1] for line in private.read_text().splitlines()]
        public = [derive(self.group, uuid, one).public for one in credentials]
        self.tool.write("public_creds.json", write_register(public))
        self.tool("archive", "init", "--dir", ".")
        return credentials

    def _mixed(self, owner: int, shuffle: str) -> None:
        self.tool.add("Shuffle", shuffle, canonical.dump(Owned(owner, hexadecimal(shuffle))))
        self.board = board.add_shuffle(self.board, owner, shuffle)
        rows = canonical.parse(shuffle, Shuffle).ciphertexts
        self.encrypted = with_free_rows(self.election, self.encrypted, rows)

    def _decrypted(self, owner: int, partial: str) -> None:
        owned = canonical.dump(Owned(owner, hexadecimal(partial)))
        self.tool.add("PartialDecryption", partial, owned)
        self.board = board.add_partial(self.board, owner, partial)
        self.partials[owner] = partial
