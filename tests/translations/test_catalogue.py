"""The English words are all there, and fit where the Swedish ones stand."""

from flask import Flask
from flask_babel import force_locale, gettext, ngettext, pgettext

from tests.translations.catalogue import english, forms, holes, in_the_code, key, messages


def test_what_the_code_says_is_what_the_catalogue_holds() -> None:
    assert {key(message) for message in messages(english())} == in_the_code()


def test_nothing_is_left_to_say_in_english() -> None:
    empty = [message.id for message in messages(english()) if not all(forms(message.string))]
    doubtful = [message.id for message in messages(english()) if message.fuzzy]
    assert (empty, doubtful) == ([], [])


def test_one_and_many_have_their_forms() -> None:
    counts = {len(forms(m.string)) for m in messages(english()) if m.pluralizable}
    assert counts == {2}


def test_what_is_filled_in_is_the_same_in_both_languages() -> None:
    wrong = [m.id for m in messages(english()) if holes(m.id) != holes(m.string)]
    assert wrong == []


def test_no_swedish_letter_slips_into_the_english() -> None:
    said = [form for message in messages(english()) for form in forms(message.string)]
    assert [form for form in said if set(form) & set("åäöÅÄÖ")] == []


def test_what_is_installed_is_what_the_catalogue_says(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        for message in messages(english()):
            if message.context:
                assert pgettext(message.context, message.id) == message.string
            elif not message.pluralizable:
                assert gettext(message.id) == message.string
        assert ngettext("%(num)s ärende", "%(num)s ärenden", 1) == "1 item"
        assert ngettext("%(num)s ärende", "%(num)s ärenden", 2) == "2 items"


def test_the_list_of_items_has_one_name_on_every_screen() -> None:
    """The sheet of an import keeps its own, as it always was."""
    said = [form for message in messages(english()) for form in forms(message.id)]
    others = [words for words in said if "dagordning" in words.casefold()]
    assert others == ["Dagordningen, rad {line}: {words} Inget är inläst."]
