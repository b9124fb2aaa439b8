"""the minutes are approved, kept and published"""

import sqlalchemy as sa
from alembic import op

revision = "a4c81f3e7b52"
down_revision = "2e7d94ab10c6"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "minutes_verifiers",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_points("minutes_verifiers", ("meeting_id", "meetings"), ("person_id", "persons")),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name=op.f("pk_minutes_verifiers")),
    )
    op.create_table(
        "approval_plans",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("starts", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        *_points("approval_plans", ("meeting_id", "meetings")),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_approval_plans")),
    )
    _versions()
    op.create_table(
        "minutes_approvals",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=True),
        sa.Column("on", sa.String(), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        *_points(
            "minutes_approvals",
            ("version_id", "minutes_versions"),
            ("person_id", "persons"),
            ("recorded_by", "persons"),
        ),
        sa.PrimaryKeyConstraint("version_id", "person_id", name=op.f("pk_minutes_approvals")),
    )
    op.create_table(
        "minutes_masks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        *_points("minutes_masks", ("meeting_id", "meetings"), ("decided_by", "persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_masks")),
    )
    op.create_index(op.f("ix_minutes_masks_meeting_id"), "minutes_masks", ["meeting_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_minutes_masks_meeting_id"), table_name="minutes_masks")
    op.drop_table("minutes_masks")
    op.drop_table("minutes_approvals")
    op.drop_index(op.f("ix_minutes_versions_meeting_id"), table_name="minutes_versions")
    op.drop_table("minutes_versions")
    op.drop_table("approval_plans")
    op.drop_table("minutes_verifiers")


def _versions() -> None:
    op.create_table(
        "minutes_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("paragraph", sa.Integer(), nullable=True),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("ready_at", sa.String(), nullable=False),
        sa.Column("ready_by", sa.Integer(), nullable=False),
        sa.Column("returned_at", sa.String(), nullable=True),
        sa.Column("returned_why", sa.String(), nullable=True),
        sa.Column("approved_at", sa.String(), nullable=True),
        sa.Column("approved_on", sa.String(), nullable=True),
        sa.Column("file", sa.String(), nullable=True),
        sa.Column("certificate", sa.String(), nullable=True),
        sa.Column("published_at", sa.String(), nullable=True),
        sa.Column("published_by", sa.Integer(), nullable=True),
        *_points(
            "minutes_versions",
            ("meeting_id", "meetings"),
            ("item_id", "agenda_items"),
            ("ready_by", "persons"),
            ("published_by", "persons"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_versions")),
    )
    op.create_index(op.f("ix_minutes_versions_meeting_id"), "minutes_versions", ["meeting_id"])


def _points(table: str, *columns: tuple[str, str]) -> list[sa.ForeignKeyConstraint]:
    """Foreign keys: the column, and the table it points to."""
    return [
        sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
        for column, to in columns
    ]
