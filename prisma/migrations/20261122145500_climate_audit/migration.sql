BEGIN;

-- AlterTable
ALTER TABLE "climate_snapshot" ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "climate_audit" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "star" SMALLINT NOT NULL,
    "has_objectives_contract" BOOLEAN NOT NULL,
    "file_name" TEXT,
    "sha256" BYTEA,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requested_by" UUID,
    "auditor_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "started_by" UUID,
    "start_snapshot_id" UUID,
    "validated_at" TIMESTAMPTZ(3),
    "validation_snapshot_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "close_reason" TEXT,

    CONSTRAINT "climate_audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "climate_audit_collectivity_id_requested_at_idx" ON "climate_audit"("collectivity_id", "requested_at");

-- CreateIndex
CREATE INDEX "climate_audit_auditor_id_idx" ON "climate_audit"("auditor_id");

-- AddForeignKey
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_start_snapshot_id_fkey" FOREIGN KEY ("start_snapshot_id") REFERENCES "climate_snapshot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_validation_snapshot_id_fkey" FOREIGN KEY ("validation_snapshot_id") REFERENCES "climate_snapshot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_collectivity_id_sha256_fkey" FOREIGN KEY ("collectivity_id", "sha256") REFERENCES "climate_file"("collectivity_id", "sha256") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Written by hand from here: what the Prisma schema cannot say.

ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_star_range" CHECK ("star" BETWEEN 1 AND 5);
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_file_is_named" CHECK (("sha256" IS NULL) = ("file_name" IS NULL));
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_started_whole" CHECK (
    ("started_at" IS NULL) = ("auditor_id" IS NULL) AND ("started_at" IS NULL) = ("start_snapshot_id" IS NULL));
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_validated_whole" CHECK (
    ("validated_at" IS NULL) = ("validation_snapshot_id" IS NULL) AND ("validated_at" IS NULL OR "started_at" IS NOT NULL));
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_closed_with_reason" CHECK (
    ("closed_at" IS NULL) = ("close_reason" IS NULL));
ALTER TABLE "climate_audit" ADD CONSTRAINT "climate_audit_one_open"
    EXCLUDE USING btree ("collectivity_id" WITH =) WHERE ("closed_at" IS NULL);

-- A step is dated once; what is closed is history.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."closed_at" IS NOT NULL OR EXISTS (
        SELECT FROM jsonb_each(to_jsonb(OLD)) o
         WHERE o.value <> 'null'::jsonb AND to_jsonb(NEW) -> o.key IS DISTINCT FROM o.value) THEN
        RAISE EXCEPTION 'an audit only goes forward' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "climate_audit_goes_forward" BEFORE UPDATE ON "climate_audit"
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER "climate_audit_not_deleted" BEFORE DELETE ON "climate_audit"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "climate_snapshot_immutable" BEFORE UPDATE ON "climate_snapshot"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "climate_snapshot_not_deleted" BEFORE DELETE ON "climate_snapshot"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

-- From the start of an audit to its closing only the auditor writes, and only the table's rows that name him as their
-- author (the column of the argument, if any); once it is validated nobody does.
CREATE FUNCTION refuse_write_under_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM "climate_audit" a
         WHERE a."collectivity_id" = NEW."collectivity_id" AND a."closed_at" IS NULL AND a."started_at" IS NOT NULL
           AND (a."validated_at" IS NOT NULL OR TG_NARGS = 0
                OR to_jsonb(NEW) ->> TG_ARGV[0] IS DISTINCT FROM a."auditor_id"::text)) THEN
        RAISE EXCEPTION 'the climate plan is under audit' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "climate_status_not_under_audit" BEFORE INSERT ON "climate_status"
    FOR EACH ROW EXECUTE FUNCTION refuse_write_under_audit('answered_by');
CREATE TRIGGER "climate_note_not_under_audit" BEFORE INSERT ON "climate_note"
    FOR EACH ROW EXECUTE FUNCTION refuse_write_under_audit('written_by');
CREATE TRIGGER "climate_evidence_not_under_audit" BEFORE INSERT ON "climate_evidence"
    FOR EACH ROW EXECUTE FUNCTION refuse_write_under_audit();
CREATE TRIGGER "climate_figures_not_under_audit" BEFORE INSERT ON "climate_figures"
    FOR EACH ROW EXECUTE FUNCTION refuse_write_under_audit();
CREATE TRIGGER "climate_profile_not_under_audit" BEFORE INSERT OR UPDATE ON "climate_profile"
    FOR EACH ROW EXECUTE FUNCTION refuse_write_under_audit();
CREATE TRIGGER "climate_referential_not_under_audit" BEFORE INSERT ON "climate_referential"
    FOR EACH ROW EXECUTE FUNCTION refuse_write_under_audit();

COMMIT;
