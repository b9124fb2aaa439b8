"""another number of seats, from the next term on"""

import sqlalchemy as sa
from alembic import op

revision = "e51a7c08b3d6"
down_revision = "b7d4e1f09a52"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "size_changes",
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("applies_from", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"],
            ["councils.id"],
            name=op.f("fk_size_changes_council_id_councils"),
        ),
        sa.PrimaryKeyConstraint("council_id", "applies_from", name=op.f("pk_size_changes")),
    )


def downgrade() -> None:
    op.drop_table("size_changes")
