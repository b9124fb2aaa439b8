"""The notice board: what everybody may read, and the record that the office keeps of it."""

from flask import Blueprint

from web.screens.board import page, record
from web.screens.board.alarms import PANELS

BLUEPRINTS: list[Blueprint] = [page.blueprint, record.blueprint]

__all__ = ["BLUEPRINTS", "PANELS"]
