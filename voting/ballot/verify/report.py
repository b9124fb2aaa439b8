"""What the verifier found, as people and machines read it.  PROTOCOL 15.

The same file gives the same report to the byte: it holds no time and no path.
"""

from dataclasses import dataclass
from typing import Any

from voting.ballot import hashing
from voting.ballot.objects import Homomorphic, Question, Result, Row
from voting.ballot.verify.inquiry import Inquiry, Reason

FORMAT = "belenios-v1/2.0"


@dataclass(frozen=True)
class Report:
    inquiry: Inquiry

    @property
    def reasons(self) -> list[Reason]:
        """In the order in which they were found."""
        return self.inquiry.reasons

    @property
    def accepted(self) -> bool:
        return not self.reasons

    @property
    def result(self) -> Result | None:
        """Of an accepted archive that has been counted."""
        return self.inquiry.result if self.accepted else None

    def as_plain(self, version: str) -> dict[str, Any]:
        return {
            "verdict": "accept" if self.accepted else "reject",
            "reasons": [_reason(one) for one in self.reasons],
            "notices": self._notices(),
            "archive": {
                "bytes": len(self.inquiry.data),
                "sha256": hashing.hexadecimal(self.inquiry.data),
                "format": FORMAT,
            },
            "election": self._election(),
            "trustees": self._trustees(),
            "state": self.inquiry.state,
            "head": self._head(),
            "counts": self._counts(),
            "result": self.result and {"result": self.result.result},
            "readable": self._readable(),
            "verifier": {"name": "klubba", "version": version},
        }

    def _notices(self) -> list[dict[str, str]]:
        replaced = self.inquiry.replaced
        if not replaced:
            return []
        words = "ballot was" if replaced == 1 else "ballots were"
        return [{"code": "REVOTES", "text": f"{replaced} {words} replaced by a later one"}]

    def _election(self) -> dict[str, str] | None:
        if (election := self.inquiry.election) is None:
            return None
        return {
            "uuid": election.uuid,
            "name": election.terms.name,
            "group": election.group.name,
            "fingerprint": election.fingerprint,
        }

    def _trustees(self) -> dict[str, Any] | None:
        if (holders := self.inquiry.holders) is None:
            return None
        groups = [one for one in holders.sharers if not one.mandatory]
        return {
            "mandatory": len(holders.sharers) - len(groups),
            "groups": [
                {"threshold": one.threshold, "tellers": len(one.public_keys)} for one in groups
            ],
        }

    def _head(self) -> dict[str, Any] | None:
        if not self.inquiry.entries:
            return None
        last = self.inquiry.entries[-1]
        return {"height": last.event.height, "hash": last.hash}

    def _counts(self) -> dict[str, int | None] | None:
        if self.inquiry.register is None:
            return None
        return {
            "credentials": len(self.inquiry.register),
            "ballots": len(self.inquiry.ballots),
            "replaced": self.inquiry.replaced,
            "tallied": self.inquiry.tallied,
        }

    def _readable(self) -> list[dict[str, Any]] | None:
        if self.result is None or self.inquiry.election is None:
            return None
        rows = zip(self.inquiry.election.questions, self.result.result, strict=True)
        return [_readable(question, row) for question, row in rows]


def _reason(reason: Reason) -> dict[str, Any]:
    about = {"code": reason.code, "event": reason.event, "object": reason.object}
    return {**about, "text": reason.text}


def _readable(question: Question, row: Row) -> dict[str, Any]:
    if isinstance(question, Homomorphic):
        counts = list(row)
        blank = counts.pop(0) if question.blank else None
        answers = [
            {"text": text, "votes": votes}
            for text, votes in zip(question.answers, counts, strict=True)
        ]
        return {"question": question.question, "blank": blank, "answers": answers}
    written = [numbers for numbers in row if isinstance(numbers, tuple) and any(numbers)]
    return {
        "question": question.value.question,
        "blank": len(row) - len(written),
        "ballots": written,
    }
