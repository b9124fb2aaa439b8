"""The rules of procedure as they are read: every setting once, in its chapter."""

from collections import Counter

from flask import Flask
from flask_babel import force_locale

from councils.rules.codec import about
from councils.rules.procedure import Procedure
from web.screens.procedure_words import CHAPTERS, chapters


def test_every_setting_stands_in_one_chapter_and_what_has_none_comes_last(app: Flask) -> None:
    with app.test_request_context():
        read = chapters()
    titles = [title for title, _names in read]
    assert titles[len(CHAPTERS) :] in ([], ["Övrigt"])
    settings = [name for _title, names in read for name in names]
    assert Counter(settings) == Counter(list(about(Procedure)))


def test_the_chapters_are_named_in_the_language_of_the_page(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        assert [title for title, _names in chapters()][1:3] == [
            "Remote participation",
            "The debate",
        ]
