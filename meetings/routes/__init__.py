"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from meetings.routes import minutes

BLUEPRINTS: list[Blueprint] = [minutes.blueprint]
