"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from meetings.routes import board, desk, floor, items, meetings, minutes, roll

BLUEPRINTS: list[Blueprint] = [
    meetings.blueprint,
    roll.blueprint,
    items.blueprint,
    floor.blueprint,
    desk.blueprint,
    minutes.blueprint,
    board.blueprint,
]
