"""the first rooms"""

import sqlalchemy as sa
from alembic import op

revision = "d2b4d8e4b81c"
down_revision = None
branch_labels = depends_on = None


NEVER = (
    "CREATE TRIGGER log_is_never_{verb} BEFORE {verb} ON log_entries "
    "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
)


def upgrade() -> None:
    op.create_table(
        "councils",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("electors", sa.Integer(), nullable=True),
        sa.Column("term_from", sa.String(), nullable=True),
        sa.Column("term_to", sa.String(), nullable=True),
        sa.Column("help_phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_councils")),
        sa.UniqueConstraint("name", name=op.f("uq_councils_name")),
    )
    op.create_table(
        "log_entries",
        sa.Column("meeting_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("height", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("helping", sa.Integer(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "height", name=op.f("pk_log_entries")),
        sa.UniqueConstraint("hash", name=op.f("uq_log_entries_hash")),
    )
    op.create_table(
        "log_heads",
        sa.Column("meeting_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_log_heads")),
    )
    op.create_table(
        "receipts",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("made", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("person_id", "key", name=op.f("pk_receipts")),
    )
    op.create_table(
        "accessibility_statements",
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("conformance", sa.String(), nullable=False),
        sa.Column("shortcomings", sa.JSON(), nullable=False),
        sa.Column("undue_burden", sa.String(), nullable=False),
        sa.Column("exempt", sa.String(), nullable=False),
        sa.Column("assessed_on", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("report_to", sa.String(), nullable=False),
        sa.Column("supervisor", sa.String(), nullable=False),
        sa.Column("updated_on", sa.String(), nullable=True),
        sa.Column("published_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["council_id"],
            ["councils.id"],
            name=op.f("fk_accessibility_statements_council_id_councils"),
        ),
        sa.PrimaryKeyConstraint("council_id", name=op.f("pk_accessibility_statements")),
    )
    op.create_table(
        "constituencies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_constituencies_council_id_councils")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_constituencies")),
        sa.UniqueConstraint("council_id", "name", name=op.f("uq_constituencies_council_id")),
    )
    op.create_table(
        "parties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("letters", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("colour", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_parties_council_id_councils")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
        sa.UniqueConstraint("council_id", "letters", name=op.f("uq_parties_council_id")),
    )
    op.create_table(
        "procedures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.String(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("reference", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_procedures_council_id_councils")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedures")),
        sa.UniqueConstraint("council_id", "valid_from", name=op.f("uq_procedures_council_id")),
    )
    op.create_table(
        "persons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_persons_council_id_councils")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["parties.id"], name=op.f("fk_persons_party_id_parties")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_persons_council_id"), ["council_id"], unique=False)

    op.create_table(
        "mandates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=True),
        sa.Column("calling_order", sa.Integer(), nullable=True),
        sa.Column("constituency_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.String(), nullable=True),
        sa.Column("until", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["constituency_id"],
            ["constituencies.id"],
            name=op.f("fk_mandates_constituency_id_constituencies"),
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_mandates_council_id_councils")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_mandates_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandates")),
    )
    with op.batch_alter_table("mandates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mandates_council_id"), ["council_id"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("starts", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.Column("first_paragraph", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.JSON(), nullable=False),
        sa.Column("presiding_id", sa.Integer(), nullable=True),
        sa.Column("clerk_id", sa.Integer(), nullable=True),
        sa.Column("convened_at", sa.String(), nullable=True),
        sa.Column("opened_at", sa.String(), nullable=True),
        sa.Column("roll_called_at", sa.String(), nullable=True),
        sa.Column("adjourned_at", sa.String(), nullable=True),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["clerk_id"], ["persons.id"], name=op.f("fk_meetings_clerk_id_persons")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_meetings_council_id_councils")
        ),
        sa.ForeignKeyConstraint(
            ["presiding_id"], ["persons.id"], name=op.f("fk_meetings_presiding_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meetings_council_id"), ["council_id"], unique=False)

    op.create_table(
        "passwords",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("totp_secret", sa.String(), nullable=True),
        sa.Column("totp_since", sa.String(), nullable=True),
        sa.Column("totp_step", sa.Integer(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_passwords_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_passwords")),
        sa.UniqueConstraint("username", name=op.f("uq_passwords_username")),
    )
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_roles_council_id_councils")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_roles_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sa.UniqueConstraint("council_id", "person_id", "role", name=op.f("uq_roles_council_id")),
    )
    with op.batch_alter_table("roles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roles_council_id"), ["council_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_roles_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sign_ins",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("expires", sa.String(), nullable=False),
        sa.Column("revoked_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_sign_ins_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sign_ins")),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_person_id"), ["person_id"], unique=False)

    op.create_table(
        "adjournments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=True),
        sa.Column("resumed_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_adjournments_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adjournments")),
    )
    with op.batch_alter_table("adjournments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_adjournments_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("proposer", sa.String(), nullable=True),
        sa.Column("proposer_id", sa.Integer(), nullable=True),
        sa.Column("draft", sa.String(), nullable=True),
        sa.Column("case_number", sa.String(), nullable=True),
        sa.Column("prepared_by", sa.String(), nullable=True),
        sa.Column("paragraph", sa.Integer(), nullable=True),
        sa.Column("minutes_planned", sa.Integer(), nullable=True),
        sa.Column("closed_doors", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=True),
        sa.Column("removed_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_agenda_items_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["proposer_id"], ["persons.id"], name=op.f("fk_agenda_items_proposer_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agenda_items_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("for_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("arrived_at", sa.String(), nullable=False),
        sa.Column("left_at", sa.String(), nullable=True),
        sa.Column("why_left", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["for_id"], ["persons.id"], name=op.f("fk_attendance_for_id_persons")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_attendance_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_attendance_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sent_to", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("expires", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["persons.id"], name=op.f("fk_codes_made_by_persons")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_codes_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_codes_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codes")),
    )
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_codes_person_id"), ["person_id"], unique=False)

    op.create_table(
        "device_checks",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("vote_ms", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_device_checks_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_device_checks_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name=op.f("pk_device_checks")),
    )
    op.create_table(
        "help_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("answered_at", sa.String(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["persons.id"], name=op.f("fk_help_calls_answered_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_help_calls_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_help_calls_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_calls")),
    )
    with op.batch_alter_table("help_calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_help_calls_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("contents", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("written_at", sa.String(), nullable=False),
        sa.Column("expires", sa.String(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("try_again_at", sa.String(), nullable=True),
        sa.Column("failed", sa.String(), nullable=True),
        sa.Column("sent_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_letters_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_letters_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letters_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letters_person_id"), ["person_id"], unique=False)

    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.String(), nullable=True),
        sa.Column("revoked_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["persons.id"], name=op.f("fk_links_made_by_persons")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_links_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_links_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_links_person_id"), ["person_id"], unique=False)

    op.create_table(
        "meeting_seats",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("serving_id", sa.Integer(), nullable=True),
        sa.Column("recused_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("answered_at", sa.String(), nullable=True),
        sa.Column("identified_at", sa.String(), nullable=True),
        sa.Column("identified_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["identified_by"], ["persons.id"], name=op.f("fk_meeting_seats_identified_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_seats_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["persons.id"], name=op.f("fk_meeting_seats_member_id_persons")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["parties.id"], name=op.f("fk_meeting_seats_party_id_parties")
        ),
        sa.ForeignKeyConstraint(
            ["recused_id"], ["persons.id"], name=op.f("fk_meeting_seats_recused_id_persons")
        ),
        sa.ForeignKeyConstraint(
            ["serving_id"], ["persons.id"], name=op.f("fk_meeting_seats_serving_id_persons")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "seat", name=op.f("pk_meeting_seats")),
    )
    with op.batch_alter_table("meeting_seats", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_seats_serving_id"), ["serving_id"], unique=False
        )

    op.create_table(
        "minutes_texts",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edited_at", sa.String(), nullable=False),
        sa.Column("edited_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edited_by"], ["persons.id"], name=op.f("fk_minutes_texts_edited_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_minutes_texts_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "place", name=op.f("pk_minutes_texts")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("attached_at", sa.String(), nullable=False),
        sa.Column("attached_by", sa.Integer(), nullable=True),
        sa.Column("removed_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attached_by"], ["persons.id"], name=op.f("fk_documents_attached_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_documents_item_id_agenda_items")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_item_id"), ["item_id"], unique=False)

    op.create_table(
        "floor_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reply_to", sa.Integer(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("requested_at", sa.String(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=True),
        sa.Column("moved_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.Column("ended_how", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["added_by"], ["persons.id"], name=op.f("fk_floor_requests_added_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_floor_requests_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_floor_requests_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["moved_by"], ["persons.id"], name=op.f("fk_floor_requests_moved_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_floor_requests_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_requests")),
    )
    with op.batch_alter_table("floor_requests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_floor_requests_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "private_notes",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_private_notes_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_private_notes_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("person_id", "item_id", name=op.f("pk_private_notes")),
    )
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("proposer", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_proposals_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_proposals_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposals_item_id"), ["item_id"], unique=False)

    op.create_table(
        "readings",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_readings_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_readings_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("person_id", "item_id", name=op.f("pk_readings")),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_statements_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_statements_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_statements_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statements_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statements_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "acclamations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("proposals", sa.JSON(), nullable=False),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("found_id", sa.Integer(), nullable=True),
        sa.Column("found_at", sa.String(), nullable=True),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["found_id"], ["proposals.id"], name=op.f("fk_acclamations_found_id_proposals")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_acclamations_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_acclamations_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acclamations")),
    )
    with op.batch_alter_table("acclamations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_acclamations_item_id"), ["item_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_acclamations_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "document_offers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("offered_by", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_document_offers_document_id_documents")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_document_offers_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["offered_by"], ["persons.id"], name=op.f("fk_document_offers_offered_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_document_offers_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_offers")),
    )
    with op.batch_alter_table("document_offers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_document_offers_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "handlings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("list_closed_at", sa.String(), nullable=True),
        sa.Column("order_approved_at", sa.String(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_handlings_document_id_documents")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_handlings_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_handlings_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handlings")),
    )
    with op.batch_alter_table("handlings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handlings_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "lines",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("follows", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_lines_document_id_documents")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_lines_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_lines_person_id_persons")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name=op.f("pk_lines")),
    )
    op.create_table(
        "question_places",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_question_places_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_question_places_proposal_id_proposals")
        ),
        sa.PrimaryKeyConstraint("item_id", "place", name=op.f("pk_question_places")),
    )
    op.create_table(
        "speeches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reply_to", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_speeches_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_speeches_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_speeches_person_id_persons")
        ),
        sa.ForeignKeyConstraint(
            ["reply_to"], ["speeches.id"], name=op.f("fk_speeches_reply_to_speeches")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["floor_requests.id"],
            name=op.f("fk_speeches_request_id_floor_requests"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speeches")),
    )
    with op.batch_alter_table("speeches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_speeches_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "votes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("majority", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("yes_means", sa.String(), nullable=False),
        sa.Column("no_means", sa.String(), nullable=False),
        sa.Column("yes_proposal_id", sa.Integer(), nullable=True),
        sa.Column("no_proposal_id", sa.Integer(), nullable=True),
        sa.Column("demanded_by", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("reminded_at", sa.String(), nullable=True),
        sa.Column("closes_at", sa.String(), nullable=True),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.Column("abandoned_at", sa.String(), nullable=True),
        sa.Column("yes", sa.Integer(), nullable=True),
        sa.Column("no", sa.Integer(), nullable=True),
        sa.Column("abstain", sa.Integer(), nullable=True),
        sa.Column("absent", sa.Integer(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("needed", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("carried_by", sa.String(), nullable=True),
        sa.Column("casting_by", sa.Integer(), nullable=True),
        sa.Column("casting_choice", sa.String(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["casting_by"], ["persons.id"], name=op.f("fk_votes_casting_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["demanded_by"], ["persons.id"], name=op.f("fk_votes_demanded_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_votes_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_votes_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["no_proposal_id"], ["proposals.id"], name=op.f("fk_votes_no_proposal_id_proposals")
        ),
        sa.ForeignKeyConstraint(
            ["yes_proposal_id"], ["proposals.id"], name=op.f("fk_votes_yes_proposal_id_proposals")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes")),
    )
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_votes_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_votes_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "acclamation_levels",
        sa.Column("acclamation_id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["acclamation_id"],
            ["acclamations.id"],
            name=op.f("fk_acclamation_levels_acclamation_id_acclamations"),
        ),
        sa.PrimaryKeyConstraint(
            "acclamation_id", "proposal_id", name=op.f("pk_acclamation_levels")
        ),
    )
    op.create_table(
        "ballots",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("cast_by", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cast_by"], ["persons.id"], name=op.f("fk_ballots_cast_by_persons")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_ballots_person_id_persons")
        ),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_ballots_vote_id_votes")),
        sa.PrimaryKeyConstraint("vote_id", "seat", name=op.f("pk_ballots")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column("vote_id", sa.Integer(), nullable=True),
        sa.Column("acclamation_id", sa.Integer(), nullable=True),
        sa.Column("step_before", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("standing_at", sa.String(), nullable=False),
        sa.Column("undone_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["acclamation_id"],
            ["acclamations.id"],
            name=op.f("fk_decisions_acclamation_id_acclamations"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_decisions_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_decisions_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_decisions_proposal_id_proposals")
        ),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_decisions_vote_id_votes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decisions_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "division_demands",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("registered_by", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("vote_id", sa.Integer(), nullable=True),
        sa.Column("met_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_division_demands_item_id_agenda_items")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_division_demands_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_division_demands_person_id_persons")
        ),
        sa.ForeignKeyConstraint(
            ["registered_by"],
            ["persons.id"],
            name=op.f("fk_division_demands_registered_by_persons"),
        ),
        sa.ForeignKeyConstraint(
            ["vote_id"], ["votes.id"], name=op.f("fk_division_demands_vote_id_votes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_division_demands")),
    )
    with op.batch_alter_table("division_demands", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_division_demands_item_id"), ["item_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_division_demands_meeting_id"), ["meeting_id"], unique=False
        )
    guard_the_log()
    begin_the_register()


def guard_the_log() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(NEVER.format(verb=verb))
        return
    op.execute(
        "CREATE FUNCTION log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entries "
        "FOR EACH STATEMENT EXECUTE FUNCTION log_is_append_only()"
    )


def begin_the_register() -> None:
    """Acts that belong to no meeting queue up behind head 0."""
    op.execute(f"INSERT INTO log_heads VALUES (0, 0, 0, '{'0' * 64}', '')")


def downgrade() -> None:
    with op.batch_alter_table("division_demands", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_division_demands_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_division_demands_item_id"))

    op.drop_table("division_demands")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_decisions_item_id"))

    op.drop_table("decisions")
    op.drop_table("ballots")
    op.drop_table("acclamation_levels")
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_votes_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_votes_item_id"))

    op.drop_table("votes")
    with op.batch_alter_table("speeches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_speeches_meeting_id"))

    op.drop_table("speeches")
    op.drop_table("question_places")
    op.drop_table("lines")
    with op.batch_alter_table("handlings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handlings_meeting_id"))

    op.drop_table("handlings")
    with op.batch_alter_table("document_offers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_offers_meeting_id"))

    op.drop_table("document_offers")
    with op.batch_alter_table("acclamations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_acclamations_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_acclamations_item_id"))

    op.drop_table("acclamations")
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statements_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_statements_item_id"))

    op.drop_table("statements")
    op.drop_table("readings")
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposals_item_id"))

    op.drop_table("proposals")
    op.drop_table("private_notes")
    with op.batch_alter_table("floor_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_floor_requests_meeting_id"))

    op.drop_table("floor_requests")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_item_id"))

    op.drop_table("documents")
    op.drop_table("minutes_texts")
    with op.batch_alter_table("meeting_seats", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_seats_serving_id"))

    op.drop_table("meeting_seats")
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_links_person_id"))

    op.drop_table("links")
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letters_person_id"))
        batch_op.drop_index(batch_op.f("ix_letters_meeting_id"))

    op.drop_table("letters")
    with op.batch_alter_table("help_calls", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_help_calls_meeting_id"))

    op.drop_table("help_calls")
    op.drop_table("device_checks")
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_codes_person_id"))

    op.drop_table("codes")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_meeting_id"))

    op.drop_table("attendance")
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_items_meeting_id"))

    op.drop_table("agenda_items")
    with op.batch_alter_table("adjournments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_adjournments_meeting_id"))

    op.drop_table("adjournments")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_ins_person_id"))

    op.drop_table("sign_ins")
    with op.batch_alter_table("roles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roles_person_id"))
        batch_op.drop_index(batch_op.f("ix_roles_council_id"))

    op.drop_table("roles")
    op.drop_table("passwords")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_council_id"))

    op.drop_table("meetings")
    with op.batch_alter_table("mandates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mandates_council_id"))

    op.drop_table("mandates")
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_persons_council_id"))

    op.drop_table("persons")
    op.drop_table("procedures")
    op.drop_table("parties")
    op.drop_table("constituencies")
    op.drop_table("accessibility_statements")
    op.drop_table("receipts")
    op.drop_table("log_heads")
    op.drop_table("log_entries")
    op.drop_table("councils")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION log_is_append_only()")
