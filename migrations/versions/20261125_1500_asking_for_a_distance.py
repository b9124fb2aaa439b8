"""members ask to take part at a distance"""

import sqlalchemy as sa
from alembic import op

revision = "c294e22a7aaf"
down_revision = "b7d15e02c9f4"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "remote_requests",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("answered_at", sa.String(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        _points("meeting_id", "meetings"),
        _points("person_id", "persons"),
        _points("asked_by", "persons"),
        _points("answered_by", "persons"),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name=op.f("pk_remote_requests")),
    )


def downgrade() -> None:
    op.drop_table("remote_requests")


def _points(column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_remote_requests_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name)
