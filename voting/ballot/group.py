"""The two groups in which elections are held, behind one interface."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import gmpy2
from gmpy2 import mpz

from voting.ballot.powers import Powers


@dataclass(frozen=True, eq=False)
class Group:
    """Whole numbers modulo the prime p; g generates the subgroup of prime order q."""

    name: str
    p: mpz
    q: mpz
    g: mpz

    def generate(self, exponent: mpz | int) -> mpz:
        """g^exponent."""
        return self._powers(exponent)

    def power(self, base: mpz, exponent: mpz | int) -> mpz:
        return gmpy2.powmod(base, exponent, self.p)

    def product(self, elements: Iterable[mpz]) -> mpz:
        found = mpz(1)
        for element in elements:
            found = found * element % self.p
        return found

    def inverse(self, element: mpz) -> mpz:
        return gmpy2.invert(element, self.p)

    def lowered(self, element: mpz, count: int) -> mpz:
        """element / g^count, for a small count."""
        return element * self.power(self._inverse_of_g, count) % self.p

    def contains(self, element: mpz) -> bool:
        """Is it in the subgroup?  Ask of every element that comes from outside."""
        if not 0 < element < self.p:
            return False
        if self.has_every_square:
            return gmpy2.jacobi(element, self.p) == 1
        return self.power(element, self.q) == 1

    def contains_all(self, elements: Iterable[mpz]) -> bool:
        return all(self.contains(element) for element in elements)

    @cached_property
    def has_every_square(self) -> bool:
        """p = 2q + 1: the subgroup is the squares, and a Jacobi symbol answers for a power."""
        return self.q == self.p >> 1

    @cached_property
    def cofactor(self) -> mpz:
        return (self.p - mpz(1)) // self.q

    @cached_property
    def _powers(self) -> Powers:
        return Powers(self.g, self.p, self.q)

    @cached_property
    def _inverse_of_g(self) -> mpz:
        return self.inverse(self.g)


BELENIOS_2048 = Group(
    "BELENIOS-2048",
    p=mpz(
        "206947856914225464010136436575050080649229892957511040971008847870573742192427"
        "174019222372544976843381290666331380789584049600543896362897963930387739057228"
        "036059737494276713767776188985898727358650490811670993105358677809800307904916"
        "540637771737641986785272734744763418356000356983051931442845617019110007867373"
        "073335641239717328979132404745788344682606523279746479511376726586935821800463"
        "179220736688600526271863633860887968821207694323661494910029234443463732221458"
        "841005864210502421203654335612013204811188524087310770141516662001623131771693"
        "72189248078507711827842317498073276598828825169183103125680162072880719"
    ),
    q=mpz("78571733251071885079927659812671450121821421258408794611510081919805623223441"),
    g=mpz(
        "240235267750185220922768770353239993271228765737836491651007531878766327414635"
        "321932028567615526967879969466829874938909508389657342560190060106847716449173"
        "547413728310461045868131451178164675540052740288984613986453266121505579709716"
        "201616827031288643245666383486363578210615491841998253431518974065818686865115"
        "135857641013888221539601604322884360393098933366277284840659313840601023167509"
        "576377798266510360682240663507669776402534625377308513317349519424896775405257"
        "365904949247763147599157519877517771148149092045660020547812705472823814097251"
        "8639858334115700568353695553423781475582491896050296680037745308460627"
    ),
)

# The 2048-bit MODP group of RFC 3526.
_SAFE_PRIME = mpz(
    "323170060713110073003389139264238282488179412411402391128420097514007417066343"
    "542226196894173635693471179017379097041917546058732091950288537589861856221532"
    "121754125149017745202702357960782362488842461894775876411059286460994117232454"
    "266225221932305409190376805242355191256797158701170010580558776510388618472802"
    "579760549035697325615261670813393617995413364765591603683178967290731783845896"
    "806396719009772021941686472258710314113364293195361934716365332097170774482279"
    "885885653692086452966360772502689555059283627511211740969729980684105543595848"
    "66583291642136218231078990999448652468262416972035911852507045361090559"
)
RFC_3526_2048 = Group("RFC-3526-2048", p=_SAFE_PRIME, q=_SAFE_PRIME >> 1, g=mpz(2))

GROUPS = {group.name: group for group in (BELENIOS_2048, RFC_3526_2048)}
