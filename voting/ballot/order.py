"""In which order the events of an election come.  PROTOCOL 6."""

from voting.ballot.objects import Kind
from voting.ballot.reasons import Code, Fault

NEXT: dict[Kind | None, set[Kind]] = {
    None: {"Setup"},
    "Setup": {"Ballot", "EndBallots"},
    "Ballot": {"Ballot", "EndBallots"},
    "EndBallots": {"EncryptedTally"},
    "EncryptedTally": {"Shuffle", "PartialDecryption"},
    "Shuffle": {"Shuffle", "EndShuffles"},
    "EndShuffles": {"PartialDecryption"},
    "PartialDecryption": {"PartialDecryption", "Result"},
    "Result": set(),
}


def check_next(last: Kind | None, kind: Kind, *, mixed: bool) -> None:
    """Raises SHUFFLE_MISSING where free ballots are not shuffled, else EVENT_ORDER."""
    if mixed and last == "EncryptedTally" and kind in ("EndShuffles", "PartialDecryption"):
        raise Fault(Code.SHUFFLE_MISSING, "free ballots are decrypted without a shuffle")
    if kind not in NEXT[last] or (kind == "Shuffle" and not mixed):
        raise Fault(Code.EVENT_ORDER, f"{kind} may not come after {last or 'nothing'}")
