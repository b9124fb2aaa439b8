"""What is SEEN.  One file per audience; none of them acts."""

from flask import Blueprint

from web.screens import minutes, panels

BLUEPRINTS: list[Blueprint] = [minutes.blueprint, panels.blueprint]
