"""what the chair does not put"""

import sqlalchemy as sa
from alembic import op

revision = "7c1d0e93b5a4"
down_revision = "5a7e19c4d2f0"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "refusals",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
            name=op.f("fk_refusals_proposal_id_proposals"),
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_refusals")),
    )


def downgrade() -> None:
    op.drop_table("refusals")
