"""Why an archive, a ballot or a message is refused: a code that never changes, and the words."""

from enum import StrEnum


class Code(StrEnum):
    """In the order in which an archive is checked."""

    CONTAINER_HEADER = "CONTAINER_HEADER"
    CONTAINER_BYTES = "CONTAINER_BYTES"
    HASH_MISMATCH = "HASH_MISMATCH"
    CHAIN = "CHAIN"
    NOT_CANONICAL = "NOT_CANONICAL"
    GROUP_UNKNOWN = "GROUP_UNKNOWN"
    ELECTION_SHAPE = "ELECTION_SHAPE"
    TRUSTEE_PROOF = "TRUSTEE_PROOF"
    THRESHOLD = "THRESHOLD"
    PUBLIC_KEY = "PUBLIC_KEY"
    CREDENTIAL_REGISTER = "CREDENTIAL_REGISTER"
    EVENT_ORDER = "EVENT_ORDER"
    BALLOT_ELECTION = "BALLOT_ELECTION"
    BALLOT_CREDENTIAL = "BALLOT_CREDENTIAL"
    BALLOT_SIGNATURE = "BALLOT_SIGNATURE"
    BALLOT_PROOF = "BALLOT_PROOF"
    BALLOT_REPLAYED = "BALLOT_REPLAYED"
    TALLY_COUNT = "TALLY_COUNT"
    TALLY_PRODUCT = "TALLY_PRODUCT"
    SHUFFLE_PROOF = "SHUFFLE_PROOF"
    SHUFFLE_MISSING = "SHUFFLE_MISSING"
    DECRYPTION_OWNER = "DECRYPTION_OWNER"
    DECRYPTION_PROOF = "DECRYPTION_PROOF"
    DECRYPTION_MISSING = "DECRYPTION_MISSING"
    RESULT = "RESULT"
    HOUSE_TRUSTEES = "HOUSE_TRUSTEES"
    HOUSE_MINIMUM = "HOUSE_MINIMUM"
    HOUSE_REVOTE = "HOUSE_REVOTE"
    HOUSE_ORDER = "HOUSE_ORDER"
    HOUSE_TEXT = "HOUSE_TEXT"
    PREVIOUS_NOT_PREFIX = "PREVIOUS_NOT_PREFIX"
    HEAD_DIFFERS = "HEAD_DIFFERS"
    TRACKER_MISSING = "TRACKER_MISSING"
    REVOTE_FORBIDDEN = "REVOTE_FORBIDDEN"
    MALFORMED = "MALFORMED"


class Fault(Exception):  # noqa: N818 - found in what was handed in, not in the program
    """What does not hold, told to whoever checks.  Never carries anything secret."""

    def __init__(self, code: Code, text: str) -> None:
        super().__init__(code, text)  # as given, so that it comes whole out of another process
        self.code, self.text = code, text

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"


def demand(holds: bool, code: Code, text: str) -> None:
    """Raises the fault unless it holds."""
    if not holds:
        raise Fault(code, text)
