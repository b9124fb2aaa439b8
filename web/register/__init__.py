"""A meeting's received and created documents as one parcel for the municipality's register.

Tryckfrihetsförordningen 2 kap., offentlighets- och sekretesslagen 5 kap. 1 § (DOCS-2).
"""

from web.register.pieces import Direction, Piece
from web.register.registrar import Parcel, Registrar

__all__ = ["Direction", "Parcel", "Piece", "Registrar"]
