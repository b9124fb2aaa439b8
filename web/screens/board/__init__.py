"""The notice board: what everybody may read, and the record that the office keeps of it."""

from flask import Blueprint

from web.screens.board import page, record

BLUEPRINTS: list[Blueprint] = [page.blueprint, record.blueprint]
