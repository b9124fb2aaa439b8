"""Walks an archive from its first byte to its result, and stops where the ground does not hold."""

from voting.ballot.reasons import Code, Fault
from voting.ballot.verify.asked import Asked, answers
from voting.ballot.verify.counting import check_ballots, check_count
from voting.ballot.verify.inquiry import Inquiry, Reason, Rejected
from voting.ballot.verify.reading import check_order, read_container, read_objects, read_setup
from voting.ballot.verify.report import Report


def verify(archive: bytes, asked: Asked | None = None) -> Report:
    """The verdict on an archive; never raises, whatever the bytes are."""
    inquiry = Inquiry(archive)
    try:
        _walk(inquiry, asked or Asked())
    except Rejected:
        pass
    except Fault as fault:
        inquiry.reasons.append(Reason(fault.code, fault.text))
    except Exception:  # noqa: BLE001 - whatever breaks the reader is not an archive
        inquiry.reasons.append(Reason(Code.MALFORMED, "the file cannot be read as an archive"))
    return Report(inquiry)


def _walk(inquiry: Inquiry, asked: Asked) -> None:
    read_container(inquiry)
    read_objects(inquiry)
    setup = read_setup(inquiry)
    check_order(inquiry, setup.election)
    check_ballots(inquiry, setup)
    check_count(inquiry, setup)
    inquiry.reasons += [Reason(fault.code, fault.text) for fault in answers(inquiry, asked)]
