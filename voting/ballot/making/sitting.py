"""One teller through a whole key ceremony, as her browser plays it.  For tests and rehearsals."""

from collections.abc import Callable, Sequence

from gmpy2 import mpz

from voting.ballot import canonical
from voting.ballot.ceremony import read_certificates
from voting.ballot.commitments import Revealed, check_revealed, commitment, commitment_to
from voting.ballot.group import Group
from voting.ballot.making import chance, proofs
from voting.ballot.making.channel import Correspondent
from voting.ballot.making.tellers import Teller
from voting.ballot.objects import Certificate, Dealt, PartialDecryption
from voting.ballot.reasons import Code, demand
from voting.ballot.rehearsal import read_rehearsal
from voting.ballot.rounds import Round
from voting.ballot.statements import decryption


class Sitting:
    """`answer` in each round in turn; refuses what does not follow from the rounds before."""

    def __init__(self, group: Group, threshold: int, seat: int) -> None:
        self.group, self.threshold, self.seat = group, threshold, seat
        self._teller = Teller(Correspondent.new(group))
        self._shown = Revealed(canonical.dump(self._teller.certificate()), chance.hexadecimal())
        self._certificates: tuple[Certificate, ...] = ()
        self._hidden: Sequence[str] = ()
        self._bound: Sequence[str] = ()
        self._dealt = self._commitment = self._envelope = ""

    def answer(self, now: Round, given: Sequence[str]) -> str:
        """`given`: what the server has for this seat."""
        answers: dict[Round, Callable[..., str]] = {
            Round.HIDE: self._hide,
            Round.SHOW: self._show,
            Round.BIND: self._bind,
            Round.DEAL: self._deal,
            Round.TAKE: self._take,
            Round.REHEARSE: self._rehearse,
        }
        return answers[now](*given)

    @property
    def private_key(self) -> mpz:
        return self._teller.private_key(self._envelope)

    def _hide(self) -> str:
        return commitment(self._shown.certificate, self._shown.nonce)

    def _show(self, *hidden: str) -> str:
        self._demand_own(hidden, self._hide())
        self._hidden = hidden
        return canonical.dump(self._shown)

    def _bind(self, *shown: str) -> str:
        self._demand_own(shown, canonical.dump(self._shown))
        signed = [check_revealed(*pair) for pair in zip(self._hidden, shown, strict=True)]
        self._certificates = read_certificates(self.group, signed)
        dealt = self._teller.polynomial(self.threshold, self._certificates)
        self._dealt, self._commitment = canonical.dump(dealt), commitment_to(dealt.coefexps)
        return self._commitment

    def _deal(self, *bound: str) -> str:
        self._demand_own(bound, self._commitment)
        self._bound = bound
        return self._dealt

    def _take(self, text: str) -> str:
        dealt = canonical.parse(text, Dealt)
        same = list(map(commitment_to, dealt.coefexps)) == list(self._bound)
        demand(same, Code.TRUSTEE_PROOF, "a polynomial is not the one committed to")
        output = self._teller.output(self.threshold, self.seat, self._certificates, dealt)
        self._envelope = output.private_key
        return canonical.dump(output)

    def _rehearse(self, tellers: str) -> str:
        rehearsal, private = read_rehearsal(self.group, tellers), self.private_key
        statement = decryption(rehearsal.fingerprint, self.group.generate(private))
        alpha, exponent = rehearsal.ciphertext.alpha, private % self.group.q
        proof = proofs.same_exponent(self.group, statement, alpha, exponent)
        factor = self.group.power(alpha, exponent)
        return canonical.dump(PartialDecryption(((factor,),), ((proof,),)))

    def _demand_own(self, said: Sequence[str], own: str) -> None:
        kept = said[self.seat - 1] == own
        demand(kept, Code.TRUSTEE_PROOF, "what this seat sent is not in its place")
