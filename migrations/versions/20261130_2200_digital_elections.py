"""what a digital election is made of, who takes part, the box and the board"""

import sqlalchemy as sa
from alembic import op

revision = "e5a1f60c93d2"
down_revision = "c58e20f7a914"
branch_labels = depends_on = None


def upgrade() -> None:
    _create(
        "digital_elections",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(), nullable=False),
        sa.Column("ceremony_id", sa.Integer(), nullable=False),
        sa.Column("election_text", sa.String(), nullable=False),
        sa.Column("trustees_text", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("register_text", sa.String(), nullable=True),
        sa.Column("registered", sa.Integer(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("closes_at", sa.String(), nullable=True),
        sa.Column("tally", sa.String(), nullable=True),
        sa.Column("counting_at", sa.String(), nullable=True),
        sa.Column("silence", sa.String(), nullable=True),
        _points("digital_elections", "ceremony_id", "key_ceremonies"),
        sa.UniqueConstraint("uuid", name=op.f("uq_digital_elections_uuid")),
    )
    _create(
        "participations",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("has_receipt", sa.Boolean(), nullable=False),
        sa.Column("objects", sa.Boolean(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=True),
        _points("participations", "person_id", "persons"),
        key=("election_id", "person_id"),
    )
    _create(
        "urn_ballots",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("credential", sa.String(), nullable=False),
        sa.Column("ballot", sa.String(), nullable=False),
        sa.UniqueConstraint(
            "election_id", "credential", name=op.f("uq_urn_ballots_election_id")
        ),
        key=("election_id", "hash"),
        sqlite_with_rowid=False,
    )
    _create(
        "boards",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("archive", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
    )
    _create(
        "partial_decryptions",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        key=("election_id", "seat"),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


TABLES = (
    "partial_decryptions",
    "boards",
    "urn_ballots",
    "participations",
    "digital_elections",
)


def _create(
    table: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...] = ("election_id",), **more: bool
) -> None:
    op.create_table(
        table,
        *parts,
        _points(table, "election_id", "elections"),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
        **more,
    )


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
