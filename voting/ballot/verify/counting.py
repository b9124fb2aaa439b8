"""The second half: every ballot, the tally, shuffles, partial decryptions, the result."""

from collections.abc import Callable
from dataclasses import dataclass, field

from voting.ballot import canonical
from voting.ballot.ballots import check_ballot
from voting.ballot.decryption import check_partial, result
from voting.ballot.objects import EncryptedTally, Kind, PartialDecryption
from voting.ballot.reasons import Code, Fault, demand
from voting.ballot.shuffles import check_shuffle
from voting.ballot.tally import free_rows, tally, with_free_rows
from voting.ballot.verify.inquiry import Inquiry, Setup, Step

MIXERS = 2  # one alone knows which ballot is whose


def check_ballots(inquiry: Inquiry, setup: Setup) -> None:
    """Checks 13 to 17."""
    seen: set[str | None] = set()
    for step in inquiry.steps_of("Ballot"):
        payload = step.entry.event.payload
        with inquiry.about(step.entry):
            check_ballot(setup.election, setup.register, step.content)
            again = payload in seen
            demand(not again, Code.BALLOT_REPLAYED, "the same ballot stands there before")
            inquiry.ballots.append(step.content)
        seen.add(payload)
    inquiry.settle()


def check_count(inquiry: Inquiry, setup: Setup) -> None:
    """Checks 18 to 25, as far as the election has come."""
    count = _Count(inquiry, setup)
    checks: dict[Kind, Callable[[Step], None]] = {
        "EncryptedTally": count.tally,
        "Shuffle": count.shuffle,
        "EndShuffles": count.end_shuffles,
        "PartialDecryption": count.decrypt,
        "Result": count.result,
    }
    for step in inquiry.steps:
        if step.kind in checks:
            with inquiry.about(step.entry):
                checks[step.kind](step)
            inquiry.settle()


@dataclass
class _Count:
    """What there is to be decrypted, and who has taken part so far."""

    inquiry: Inquiry
    setup: Setup
    encrypted: EncryptedTally = ()
    mixers: set[int] = field(default_factory=set)
    partials: dict[int, PartialDecryption] = field(default_factory=dict)

    def tally(self, step: Step) -> None:
        counted = self.inquiry.counted
        told = {step.record.num_tallied, step.record.total_weight}
        right = f"{len(counted)} ballots are to be counted"
        demand(told == {len(counted)}, Code.TALLY_COUNT, right)
        self.encrypted = tally(self.setup.election, counted)
        same = step.content == self.encrypted
        demand(same, Code.TALLY_PRODUCT, "it is not what the ballots amount to")
        self.inquiry.tallied = len(counted)

    def shuffle(self, step: Step) -> None:
        election, owner = self.setup.election, step.record.owner
        check_shuffle(election, free_rows(election, self.encrypted), step.content)
        known = self.setup.holders.public_key(owner) is not None
        demand(known, Code.SHUFFLE_PROOF, "its owner holds no key")
        self.encrypted = with_free_rows(election, self.encrypted, step.content.ciphertexts)
        self.mixers.add(owner)

    def end_shuffles(self, _step: Step) -> None:
        enough = len(self.mixers) >= MIXERS
        demand(enough, Code.SHUFFLE_MISSING, "not two different mixers have shuffled")

    def decrypt(self, step: Step) -> None:
        owner = step.record.owner
        public = self.setup.holders.public_key(owner)
        if public is None or owner in self.partials:
            raise Fault(Code.DECRYPTION_OWNER, "its owner holds no key, or stands there before")
        check_partial(self.setup.election, self.encrypted, public, step.content)
        self.partials[owner] = step.content

    def result(self, step: Step) -> None:
        election, holders, _register = self.setup
        ballots = len(self.inquiry.counted)
        computed = result(election, holders, self.encrypted, self.partials, ballots)
        same = canonical.dump(computed).encode() == step.entry.data[0]
        demand(same, Code.RESULT, "the result is not what the urn holds")
        self.inquiry.result = computed
