"""documents that the public reads in a masked copy"""

import sqlalchemy as sa
from alembic import op

revision = "c41d7b9e0a36"
down_revision = "94d0b6a2f7e1"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "document_covers",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("copy", sa.String(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_document_covers_document_id_documents")
        ),
        sa.ForeignKeyConstraint(["by"], ["persons.id"], name=op.f("fk_document_covers_by_persons")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document_covers")),
    )


def downgrade() -> None:
    op.drop_table("document_covers")
