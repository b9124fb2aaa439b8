"""Justering: verifiers chosen, the text made ready, each answer, the file and the publication.

Kommunallagen 5 kap. 69 § (MIN-3, SIGN-1) and dataskyddsförordningen (GDPR-1).
"""

from meetings.actions.approval.announcing import announce
from meetings.actions.approval.answering import accept, object_to, sign_on_paper
from meetings.actions.approval.choosing import choose_verifiers
from meetings.actions.approval.publishing import decide_mask, keep_file, publish
from meetings.actions.approval.readying import make_ready, take_back

__all__ = [
    "accept",
    "announce",
    "choose_verifiers",
    "decide_mask",
    "keep_file",
    "make_ready",
    "object_to",
    "publish",
    "sign_on_paper",
    "take_back",
]
