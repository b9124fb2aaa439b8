"""The reasons that come over the wire, in the language of the page.

What is told to one person alone knows no reader: it comes in Swedish, and a page in another
language brings its own words for it.
"""

from flask_babel import gettext as _


def reason_words() -> dict[str, str]:
    """By the Swedish sentence."""
    return _why_not() | _floor() | _place()


def _why_not() -> dict[str, str]:
    return {
        "Sammanträdet är inte kallat än.": _("Sammanträdet är inte kallat än."),
        "Sammanträdet är inte öppnat än.": _("Sammanträdet är inte öppnat än."),
        "Sammanträdet pågår.": _("Sammanträdet pågår."),
        "Sammanträdet är ajournerat.": _("Sammanträdet är ajournerat."),
        "Sammanträdet är avslutat.": _("Sammanträdet är avslutat."),
        "Inget ärende är öppet.": _("Inget ärende är öppet."),
        "Votering pågår. Vänta tills den är avslutad.": _(
            "Votering pågår. Vänta tills den är avslutad."
        ),
        "Bara den som tjänstgör kan göra det här.": _("Bara den som tjänstgör kan göra det här."),
        "Den som är jävig deltar inte i ärendet.": _("Den som är jävig deltar inte i ärendet."),
        "Lämna över ordförandeplatsen först.": _("Lämna över ordförandeplatsen först."),
        "Ärendet avgörs nu eller är avgjort. Yrkandena ligger fast.": _(
            "Ärendet avgörs nu eller är avgjort. Yrkandena ligger fast."
        ),
        "Yrkandena är upplästa och ligger fast.": _("Yrkandena är upplästa och ligger fast."),
        "Beslutet är redan fattat.": _("Beslutet är redan fattat."),
        "Frågan är redan ställd. Du räknas som deltagande i beslutet.": _(
            "Frågan är redan ställd. Du räknas som deltagande i beslutet."
        ),
    }


def _floor() -> dict[str, str]:
    return {
        "Bara den som tjänstgör får begära ordet.": _("Bara den som tjänstgör får begära ordet."),
        "Debatten är avslutad.": _("Debatten är avslutad."),
        "Du har inget mer inlägg i den här debatten.": _(
            "Du har inget mer inlägg i den här debatten."
        ),
        "Du står redan på talarlistan.": _("Du står redan på talarlistan."),
        "Streck är draget. Bara de som redan står på listan får tala.": _(
            "Streck är draget. Bara de som redan står på listan får tala."
        ),
        "Replik går att begära på det anförande som pågår eller nyss hölls.": _(
            "Replik går att begära på det anförande som pågår eller nyss hölls."
        ),
        "Du kan svara när någon annan har fått replik på ditt anförande.": _(
            "Du kan svara när någon annan har fått replik på ditt anförande."
        ),
        "Replik får den som har talat i ärendet eller blivit tilltalad.": _(
            "Replik får den som har talat i ärendet eller blivit tilltalad."
        ),
        "Du har inga repliker kvar på det här anförandet.": _(
            "Du har inga repliker kvar på det här anförandet."
        ),
    }


def _place() -> dict[str, str]:
    """Why another rule than the order of asking gave the place on the speakers list."""
    return {
        "En ordningsfråga går före talarlistan.": _("En ordningsfråga går före talarlistan."),
        "Ordföranden har ändrat din plats.": _("Ordföranden har ändrat din plats."),
        "Ordföranden har ändrat ordningen före dig.": _(
            "Ordföranden har ändrat ordningen före dig."
        ),
        "En replik går före nya anföranden.": _("En replik går före nya anföranden."),
        "En ordningsfråga går före dig.": _("En ordningsfråga går före dig."),
        "En replik går före dig.": _("En replik går före dig."),
        "En ordningsfråga och en replik går före dig.": _(
            "En ordningsfråga och en replik går före dig."
        ),
    }
