"""how many asked for a proportional election"""

import sqlalchemy as sa
from alembic import op

revision = "b7d4e1f09a52"
down_revision = "3b8d02f6e91c"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "election_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("election", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("members_proportional", sa.Boolean(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_election_requests_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_items.id"],
            name=op.f("fk_election_requests_item_id_agenda_items"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_requests")),
    )
    for column in INDEXED:
        name = op.f(f"ix_election_requests_{column}")
        op.create_index(name, "election_requests", [column])


def downgrade() -> None:
    for column in INDEXED:
        op.drop_index(op.f(f"ix_election_requests_{column}"), table_name="election_requests")
    op.drop_table("election_requests")


INDEXED = ("meeting_id", "item_id")
