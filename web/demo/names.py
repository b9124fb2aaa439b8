"""A believable council: Lindmarka, 61 seats, eight parties.  Every name is made up."""

import random
from dataclasses import dataclass

SEATS = 61


@dataclass(frozen=True)
class PartyOf:
    letters: str
    name: str
    colour: str
    seats: int


PARTIES = (
    PartyOf("V", "Vänsterpartiet", "#AF1E1E", 5),
    PartyOf("S", "Socialdemokraterna", "#E8112D", 19),
    PartyOf("MP", "Miljöpartiet", "#83CF39", 3),
    PartyOf("C", "Centerpartiet", "#009933", 5),
    PartyOf("L", "Liberalerna", "#006AB3", 3),
    PartyOf("KD", "Kristdemokraterna", "#000077", 4),
    PartyOf("M", "Moderaterna", "#52BDEC", 13),
    PartyOf("SD", "Sverigedemokraterna", "#DDDD00", 9),
)
GOVERNING = frozenset({"S", "V", "MP", "C"})
FIRST = (
    *("Agneta", "Ali", "Amina", "Anders", "Ann", "Anna", "Barbro", "Birgitta", "Bo", "Britt"),
    *("Cecilia", "Christina", "Daniel", "Elin", "Erik", "Eva", "Fatima", "Göran", "Gun"),
    *("Gunilla", "Hans", "Helena", "Henrik", "Inger", "Ingrid", "Jan", "Johan", "Jonas", "Karin"),
    *("Karl", "Kerstin", "Kjell", "Lars", "Leif", "Lena", "Linnea", "Magnus", "Margareta"),
    *("Maria", "Marie", "Mats", "Mikael", "Monica", "Nils", "Omar", "Per", "Peter", "Robert"),
    *("Rolf", "Sara", "Siv", "Solveig", "Stefan", "Sven", "Tomas", "Tove", "Ulla", "Urban"),
    *("Yvonne", "Zahra", "Åsa", "Örjan"),
)
LAST = (
    *("Alm", "Axelsson", "Berg", "Björk", "Blom", "Boström", "Dahl", "Ek", "Engström", "Falk"),
    *("Forsman", "Frisk", "Gran", "Hagberg", "Hed", "Holm", "Isaksson", "Jonasson", "Kvist"),
    *("Lilja", "Lind", "Lundin", "Molin", "Norén", "Nyström", "Palm", "Qvist", "Rosén", "Sandberg"),
    *("Sjögren", "Stark", "Sund", "Svärd", "Tallroth", "Vik", "Wester", "Åberg", "Öberg"),
)


def people(count: int, seed: int = 61) -> list[str]:
    """Different names, the same ones each time."""
    chance = random.Random(seed)  # noqa: S311 - names in a rehearsal
    names: dict[str, None] = {}
    while len(names) < count:
        names[f"{chance.choice(FIRST)} {chance.choice(LAST)}"] = None
    return list(names)
