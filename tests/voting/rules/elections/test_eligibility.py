"""Warnings that never stop anybody: what the register knows, and what must be asked (KL 4:3–6)."""

from voting.rules.elections import ElectionKind
from voting.rules.elections.eligibility import Nominee, warnings

ANNA = Nominee("Anna Ask", is_known=True, sits=True)
KLARA = Nominee("Klara Klerk", is_known=True, is_staff=True)
STRANGER = Nominee("Örjan Ö")


def test_nothing_to_say_of_members_who_are_elected_to_a_committee() -> None:
    assert warnings([ANNA], 1, ElectionKind.COMMITTEE) == ()


def test_all_that_should_be_asked() -> None:
    assert warnings([ANNA, STRANGER, KLARA, STRANGER], 4, ElectionKind.AUDITORS) == (
        "3 namn är nominerade till 4 platser.",
        "Står mer än en gång: Örjan Ö. Är det samma person?",
        "Finns inte i registret: Örjan Ö. Är de valbara (4 kap. 3 § kommunallagen)?",
        "Är anställda: Klara Klerk. Är de valbara?",
        "Sitter i fullmäktige: Anna Ask. En revisor får inte vara ledamot eller ersättare där "
        "(4 kap. 4–6 §§ kommunallagen).",
    )
