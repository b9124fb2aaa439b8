"""The accessibility statement that a believable council has published."""

from core import clock, swedish
from councils.models import AccessibilityStatement, Council
from councils.rules.statement import Conformance

DOCUMENTS = {
    "what": "Äldre handlingar i PDF kan sakna rubriker och läsordning.",
    "why": "De kommer från andra system. Nya handlingar granskas innan de läggs ut.",
}


def published(council: Council) -> AccessibilityStatement:
    day = swedish.local_day(clock.now()).isoformat()
    return AccessibilityStatement(
        council_id=council.id,
        body="Lindmarka kommun",
        service="Fullmäktiges sammanträden på webben",
        conformance=Conformance.PARTIAL.value,
        shortcomings=[DOCUMENTS],
        undue_burden="",
        exempt="Direktsändningar omfattas inte av kraven. Inspelningar gör det.",
        assessed_on=day,
        method="Kansliet har prövat sidorna med tangentbord, skärmläsare och automatiska test.",
        report_to="tillganglighet@lindmarka.example",
        supervisor="https://www.digg.se/tdosanmalan",
        updated_on=day,
        published_at=clock.now(),
    )
