"""members at a distance attest to being alone behind closed doors"""

import sqlalchemy as sa
from alembic import op

revision = "0cc15d6ba45a"
down_revision = "d90c3e5a71b8"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "attestations",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        _points("item_id", "agenda_items"),
        _points("person_id", "persons"),
        _points("meeting_id", "meetings"),
        sa.PrimaryKeyConstraint("item_id", "person_id", name=op.f("pk_attestations")),
    )
    op.create_index(op.f("ix_attestations_meeting_id"), "attestations", ["meeting_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_attestations_meeting_id"), table_name="attestations")
    op.drop_table("attestations")


def _points(column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{to}.id"], name=op.f(f"fk_attestations_{column}_{to}")
    )
