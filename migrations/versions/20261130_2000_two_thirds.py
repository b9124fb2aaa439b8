"""what the law lets two thirds decide, and what is known of it"""

import sqlalchemy as sa
from alembic import op

revision = "3b8d02f6e91c"
down_revision = "2b9f46d7c810"
branch_labels = depends_on = None

WORDS = ("special", "first_meeting", "submitted_on")
NUMBERS = ("electors", "signatures")


def upgrade() -> None:
    with op.batch_alter_table("agenda_items") as table:
        for name in WORDS:
            table.add_column(sa.Column(name, sa.String(), nullable=True))
        for name in NUMBERS:
            table.add_column(sa.Column(name, sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("agenda_items") as table:
        for name in (*WORDS, *NUMBERS):
            table.drop_column(name)
