"""Where kommunallagen and lag (2022:629) leave room, and what is done until somebody has decided.

RULES section 10: each question, the cautious answer, and what in the code carries it.  A question
with `settings` is the council's to answer otherwise (5 kap. 72 §); one without says why it is not.
"""

from dataclasses import dataclass

from core.words import Sentence


@dataclass(frozen=True)
class OpenQuestion:
    """`carried_by`: the function, class or value that computes it.  `settings`: fields of the rules
    of procedure that change it.  `why_fixed`: for one that cannot be changed."""

    id: str
    question: Sentence
    answer: Sentence
    carried_by: str
    settings: tuple[str, ...] = ()
    why_fixed: Sentence | None = None


STRICTER = Sentence("Det försiktiga svaret är rätt också om lagen läses på det andra sättet.")
ANNULLED = Sentence("Det andra svaret kan göra att ett beslut upphävs.")
ONE_COUNT = Sentence("Räkningen ska bli densamma i alla kommuner.")
HUMAN = Sentence("Klubba avgör det inte. Det gör ordföranden eller valförrättaren.")

QUESTIONS = (
    OpenQuestion(
        "U1",
        Sentence("Från vilken dag gäller den nya lydelsen av 5 kap. 16 § om distans?"),
        Sentence("Från den 1 juli 2026. Alla ska synas och höras både före och efter."),
        "meetings.rules.remote.regime",
        ("remote_regime_from",),
    ),
    OpenQuestion(
        "U2",
        Sentence("Gäller förbudet mot distans alla vice ordförande?"),
        Sentence("Ja, och den som leder mötet."),
        "meetings.rules.remote.must_be_in_the_hall",
        ("remote_ban",),
    ),
    OpenQuestion(
        "U3",
        Sentence("Hur avrundas antalet ersättare?"),
        Sentence("Antalet räknas aldrig ut. Länsstyrelsens lista läses in."),
        "councils.rules.size.most_substitutes",
        why_fixed=Sentence("Länsstyrelsen har redan räknat."),
    ),
    OpenQuestion(
        "U4",
        Sentence("Räcker det med flest röster i ett majoritetsval?"),
        Sentence("Ja. Det blir ingen andra omgång."),
        "voting.rules.persons.elect",
        why_fixed=ONE_COUNT,
    ),
    OpenQuestion(
        "U5",
        Sentence("Har den som tappar förbindelsen slutat tjänstgöra (5 kap. 20 §)?"),
        Sentence("Bara om något hann beslutas eller en ersättare gick in under tiden."),
        "meetings.rules.attendance.drop_counts_as_stop",
        why_fixed=ANNULLED,
    ),
    OpenQuestion(
        "U6",
        Sentence("Är lördagen en arbetsdag när frister räknas?"),
        Sentence("Nej, och inte heller påsk-, midsommar-, jul- och nyårsafton."),
        "core.calendar.is_working_day",
        why_fixed=STRICTER,
    ),
    OpenQuestion(
        "U7",
        Sentence("Får ordföranden lägga utslagsrösten mot sin egen röst?"),
        Sentence("Ja, efter en varning. Båda antecknas."),
        "voting.rules.majority.cautions",
        why_fixed=HUMAN,
    ),
    OpenQuestion(
        "U8",
        Sentence("När slutar en proportionell räkning, och halveras tidigare platser efteråt?"),
        Sentence("När alla platser har fått olika personer. Halveringen gäller från nästa omgång."),
        "voting.rules.proportional.allot",
        why_fixed=ONE_COUNT,
    ),
    OpenQuestion(
        "U9",
        Sentence("Bildas valsedelsgrupper före eller efter att namn har strukits?"),
        Sentence("Efter. Valförrättaren ser båda och bekräftar."),
        "voting.rules.lists.sort_ballots",
        why_fixed=HUMAN,
    ),
    OpenQuestion(
        "U10",
        Sentence("Är en digital sluten omröstning laglig i proportionella val?"),
        Sentence("Papper används. Digitalt kräver fullmäktiges beslut med dag och paragraf."),
        "councils.rules.procedure.ElectionMethod",
        ("election_methods", "digital_ballot_decided_on", "digital_ballot_decision"),
    ),
    OpenQuestion(
        "U11",
        Sentence("När läggs utslagsrösten om ordföranden inte har röstat?"),
        Sentence("Voteringen väntar, och mötet går inte vidare innan den är lagd."),
        "voting.rules.division.division_result",
        why_fixed=HUMAN,
    ),
    OpenQuestion(
        "U12",
        Sentence("Har den som avstår sagt ja när alla måste vara överens?"),
        Sentence("Nej."),
        "meetings.rules.convening.may_decide_unannounced",
        why_fixed=ANNULLED,
    ),
    OpenQuestion(
        "U13",
        Sentence("Räknas en jävig ledamot när en tredjedel av de närvarande räknas ut?"),
        Sentence("Nej. Ersättaren på platsen räknas."),
        "meetings.queries.roll.summary_for",
        why_fixed=ANNULLED,
    ),
    OpenQuestion(
        "U14",
        Sentence("Vad står i SKR:s normalförslag till arbetsordning?"),
        Sentence("Vanliga värden används tills fullmäktiges egen text är inlagd."),
        "councils.rules.procedure.Procedure",
        ("speech_first_minutes", "rejoinders_max", "minutes_verifiers"),
    ),
    OpenQuestion(
        "U15",
        Sentence("Får ersättare som inte tjänstgör följa mötet på distans?"),
        Sentence(
            "De ser den offentliga sändningen, och ledamotens sida om arbetsordningen säger det. "
            "Bakom stängda dörrar följer de i salen."
        ),
        "meetings.rules.remote.may_observe",
        ("remote_observers",),
    ),
    OpenQuestion(
        "U16",
        Sentence("Vad avgör ett lika röstetal om återremiss när majoritet krävs?"),
        Sentence("Utslagsrösten. I val lotten."),
        "voting.rules.minority.minority_referral",
        why_fixed=Sentence("Så säger 5 kap. 56 § ordagrant."),
    ),
    OpenQuestion(
        "U17",
        Sentence("I vilken ordning kallas ersättare i en region när den egna listan är slut?"),
        Sentence("Klubba stannar vid den egna listan och frågar ordföranden."),
        "councils.rules.substitutes.substitute_order",
        why_fixed=HUMAN,
    ),
    OpenQuestion(
        "U18",
        Sentence("Har minoriteten kvar sin rätt efter första bordläggningen av ett extra val?"),
        Sentence("Ja. Ett felaktigt nej kan fälla beslutet, en bordläggning försenar det bara."),
        "voting.rules.minority.minority_referral",
        why_fixed=ANNULLED,
    ),
    OpenQuestion(
        "U19",
        Sentence("Flyttas kommunens egna frister (fjorton dagar, andra dagen) över helger?"),
        Sentence("Nej."),
        "meetings.rules.legal_force.minutes_deadline",
        why_fixed=STRICTER,
    ),
    OpenQuestion(
        "U20",
        Sentence("Hur ordnas ersättarna mellan valsedelsgrupper med lika många röster?"),
        Sentence("Efter röster. Vid lika dras en lott vid valet."),
        "voting.rules.service.service_order",
        why_fixed=ONE_COUNT,
    ),
    OpenQuestion(
        "U21",
        Sentence("Vad gäller när samma namn står två gånger på en valsedel?"),
        Sentence("Det första räknas, det andra hoppas över. Valförrättaren bekräftar."),
        "voting.rules.lists.Ignored",
        why_fixed=HUMAN,
    ),
    OpenQuestion(
        "U22",
        Sentence("Hur räknas sex månader i 5 kap. 10 §?"),
        Sentence("Till samma dag i månaden. Beslutet fattas tidigast dagen efter."),
        "voting.rules.special.extra_election_after",
        why_fixed=STRICTER,
    ),
)
