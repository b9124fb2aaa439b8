"""Powers of one base that is raised again and again, looked up instead of squared."""

from gmpy2 import mpz

NARROW, WIDE = 6, 8  # bits of the exponent that are looked up at a time
SHORT = 256  # bits of an exponent for which a wide window pays


class Powers:
    """A table of base^(digit · 2^(window · place)).

    Building it costs what about forty powers cost; each power then costs a fifth to a third.
    """

    def __init__(self, base: mpz, modulus: mpz, order: mpz) -> None:
        self._modulus, self._order = modulus, order
        # A wide window for a long exponent would take 20 MB and longer than it saves.
        self._window = WIDE if order.bit_length() <= SHORT else NARROW
        self._rows = self._built(base)

    def __call__(self, exponent: mpz | int) -> mpz:
        """base^exponent; any whole number, also a negative one."""
        left, mask = mpz(exponent) % self._order, (1 << self._window) - 1
        product = mpz(1)
        for row in self._rows:
            if not left:
                break
            if digit := int(left & mask):
                product = product * row[digit] % self._modulus
            left >>= self._window
        return product

    def _built(self, base: mpz) -> list[list[mpz]]:
        rows = []
        for _place in range(0, self._order.bit_length(), self._window):
            row = [mpz(1)]
            for _digit in range((1 << self._window) - 1):
                row.append(row[-1] * base % self._modulus)
            rows.append(row)
            base = row[-1] * base % self._modulus
        return rows
