"""At a distance: whether, to what extent and how (kommunallagen 5 kap. 16 §, REM-1–7)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from councils.rules.codec import About
from councils.rules.procedure.choices import (
    CameraRule,
    OnSite,
    RemoteBallot,
    RemoteBan,
    RemoteDecider,
)


@dataclass(frozen=True)
class Remote:
    remote_allowed: Annotated[bool, About("Deltagande på distans är tillåtet", "KL 5:16")] = False
    remote_decided_on: Annotated[date | None, About("Beslutet om distans fattades", "KL 5:72")] = (
        None
    )
    remote_decision: Annotated[str, About("Beslutets paragraf", "KL 5:72")] = ""
    remote_regime_from: Annotated[
        date, About("De nya reglerna om distans gäller från", "KL 5:16")
    ] = date(2026, 7, 1)
    remote_ban: Annotated[
        RemoteBan, About("Vilka i presidiet som måste vara i salen", "KL 5:16")
    ] = RemoteBan.PRESIDIUM  # U2
    remote_needs_request: Annotated[
        bool, About("Den som vill delta på distans ska begära det", "KL 5:72")
    ] = True
    remote_request_days: Annotated[int, About("Anmälan om distans, dagar före", least=0)] = 3
    remote_request_to: Annotated[str, About("Anmälan om distans görs till")] = "fullmäktiges kansli"
    remote_decided_by: Annotated[RemoteDecider, About("Distans beslutas av")] = RemoteDecider.CHAIR
    remote_reasons_required: Annotated[bool, About("Skäl för distans ska anges")] = True
    remote_tools: Annotated[str, About("Teknik på distans")] = "godkänd av kommunens it-avdelning"
    remote_join_early_minutes: Annotated[int, About("Anslutning före mötet, minuter", least=0)] = 15
    remote_camera: Annotated[CameraRule, About("Kamera på distans")] = CameraRule.WHOLE_MEETING
    remote_private_room_attest: Annotated[
        bool, About("Distansledamöter intygar att de är ensamma före stängda dörrar", "KL 5:42")
    ] = True
    remote_in_secret_ballot: Annotated[
        RemoteBallot, About("Sluten omröstning på distans", "KL 5:54")
    ] = RemoteBallot.NOT_ALLOWED
    remote_observers: Annotated[bool, About("Ersättare får följa på distans")] = False  # U15
    on_site_required: Annotated[frozenset[OnSite], About("Måste vara i salen", "KL 5:16")] = (
        frozenset(OnSite)
    )
