BEGIN;

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('perimeter', 'coefficient_kind', 'static_values', 'suspension', 'termination');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('draft', 'sent', 'accepted', 'anomaly', 'in_effect', 'withdrawn');

-- CreateEnum
CREATE TYPE "SuspensionGround" AS ENUM ('no_balance_party', 'lone_participant', 'confidentiality', 'force_majeure');

-- CreateEnum
CREATE TYPE "RequestLineMove" AS ENUM ('entry', 'exit');

-- CreateEnum
CREATE TYPE "RequestFileKind" AS ENUM ('annex_2', 'letter');

-- CreateEnum
CREATE TYPE "OperationStatusKind" AS ENUM ('active', 'suspended', 'ended');

-- CreateTable
CREATE TABLE "convention_request" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'draft',
    "wanted_day" DATE NOT NULL,
    "effect_day" DATE,
    "sent_day" DATE,
    "last_day" DATE,
    "key_id" UUID,
    "ground" "SuspensionGround",
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "convention_request_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "convention_request_line" (
    "operation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "role" "AttachmentRole" NOT NULL,
    "move" "RequestLineMove" NOT NULL,

    CONSTRAINT "convention_request_line_pkey" PRIMARY KEY ("operation_id","request_id","metering_point_id","role")
);

-- CreateTable
CREATE TABLE "convention_request_event" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "state" "RequestState" NOT NULL,
    "day" DATE NOT NULL,
    "wanted_day" DATE NOT NULL,
    "effect_day" DATE,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "via" "AuditVia" NOT NULL,

    CONSTRAINT "convention_request_event_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "convention_request_file" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "event_id" UUID,
    "kind" "RequestFileKind" NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "convention_request_file_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "operation_status" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "status" "OperationStatusKind" NOT NULL,
    "request_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "operation_status_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "convention_request_operation_id_number_key" ON "convention_request"("operation_id", "number");

-- CreateIndex
CREATE INDEX "convention_request_line_operation_id_metering_point_id_idx" ON "convention_request_line"("operation_id", "metering_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "convention_request_event_operation_id_request_id_position_key" ON "convention_request_event"("operation_id", "request_id", "position");

-- CreateIndex
CREATE INDEX "convention_request_file_operation_id_request_id_idx" ON "convention_request_file"("operation_id", "request_id");

-- CreateIndex
CREATE INDEX "operation_status_operation_id_from_day_idx" ON "operation_status"("operation_id", "from_day");

-- AddForeignKey
ALTER TABLE "convention_request" ADD CONSTRAINT "convention_request_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_request" ADD CONSTRAINT "convention_request_operation_id_key_id_fkey" FOREIGN KEY ("operation_id", "key_id") REFERENCES "coefficient_key"("operation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "convention_request_line" ADD CONSTRAINT "convention_request_line_operation_id_request_id_fkey" FOREIGN KEY ("operation_id", "request_id") REFERENCES "convention_request"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_request_line" ADD CONSTRAINT "convention_request_line_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_request_event" ADD CONSTRAINT "convention_request_event_operation_id_request_id_fkey" FOREIGN KEY ("operation_id", "request_id") REFERENCES "convention_request"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_request_file" ADD CONSTRAINT "convention_request_file_operation_id_request_id_fkey" FOREIGN KEY ("operation_id", "request_id") REFERENCES "convention_request"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_request_file" ADD CONSTRAINT "convention_request_file_operation_id_event_id_fkey" FOREIGN KEY ("operation_id", "event_id") REFERENCES "convention_request_event"("operation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "convention_request_file" ADD CONSTRAINT "convention_request_file_operation_id_sha256_fkey" FOREIGN KEY ("operation_id", "sha256") REFERENCES "kept_file"("operation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_status" ADD CONSTRAINT "operation_status_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_status" ADD CONSTRAINT "operation_status_operation_id_request_id_fkey" FOREIGN KEY ("operation_id", "request_id") REFERENCES "convention_request"("operation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Written by hand from here: what the Prisma schema cannot say.

ALTER TABLE "convention_request" ADD CONSTRAINT "convention_request_state_is_dated"
    CHECK (("state" IN ('draft', 'withdrawn') OR "sent_day" IS NOT NULL)
       AND ("state" NOT IN ('accepted', 'in_effect') OR "effect_day" IS NOT NULL));
ALTER TABLE "convention_request" ADD CONSTRAINT "convention_request_ground_of_suspension"
    CHECK (("kind" = 'suspension') = ("ground" IS NOT NULL));

-- Only its events move a request, and only while it is written does what it asks change.
CREATE FUNCTION refuse_request_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    content CONSTANT text[] := ARRAY['wanted_day', 'key_id', 'ground', 'reason'];
BEGIN
    IF to_jsonb(NEW) - content <> to_jsonb(OLD) - content OR OLD."state" NOT IN ('draft', 'anomaly') THEN
        RAISE EXCEPTION 'a request only changes while it is written' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "convention_request_changed_while_written" BEFORE UPDATE ON "convention_request"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_request_change();
CREATE TRIGGER "convention_request_not_deleted" BEFORE DELETE ON "convention_request"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_request_line_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM "convention_request" r
                    WHERE r."operation_id" = coalesce(NEW."operation_id", OLD."operation_id")
                      AND r."id" = coalesce(NEW."request_id", OLD."request_id") AND r."state" IN ('draft', 'anomaly')) THEN
        RAISE EXCEPTION 'a request only changes while it is written' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "convention_request_line_changed_while_written" BEFORE INSERT OR UPDATE OR DELETE ON "convention_request_line"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_request_line_change();

-- draft → sent → accepted | anomaly → sent again … → in effect, or withdrawn before that; a termination needs no answer.
CREATE FUNCTION follow_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    request "convention_request";
BEGIN
    SELECT * INTO request FROM "convention_request" r
     WHERE r."operation_id" = NEW."operation_id" AND r."id" = NEW."request_id" FOR UPDATE;
    IF NOT ((request."state"::text, NEW."state"::text) IN
              (('draft', 'sent'), ('anomaly', 'sent'), ('sent', 'accepted'), ('sent', 'anomaly'), ('accepted', 'in_effect'),
               ('draft', 'withdrawn'), ('sent', 'withdrawn'), ('anomaly', 'withdrawn'), ('accepted', 'withdrawn'))
            OR (request."kind" = 'termination' AND request."state" = 'sent' AND NEW."state" = 'in_effect')) THEN
        RAISE EXCEPTION 'a request that is % does not become %', request."state", NEW."state"
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW."day" < request."last_day" OR (NEW."state" = 'in_effect' AND NEW."day" < NEW."effect_day") THEN
        RAISE EXCEPTION 'what happens to a request comes in the order of its days'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE "convention_request" SET "state" = NEW."state", "effect_day" = NEW."effect_day", "last_day" = NEW."day",
           "sent_day" = CASE WHEN NEW."state" = 'sent' THEN NEW."day" ELSE "sent_day" END
     WHERE "operation_id" = NEW."operation_id" AND "id" = NEW."request_id";
    RETURN NEW;
END
$$;
CREATE TRIGGER "convention_request_event_moves_its_request" BEFORE INSERT ON "convention_request_event"
    FOR EACH ROW EXECUTE FUNCTION follow_request_event();

-- The words of an anomaly may name somebody who asks to be forgotten; nothing else of the past changes.
CREATE FUNCTION refuse_request_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'problems' <> to_jsonb(OLD) - 'problems' THEN
        RAISE EXCEPTION 'what happened to a request never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "convention_request_event_append_only" BEFORE UPDATE ON "convention_request_event"
    FOR EACH ROW EXECUTE FUNCTION refuse_request_event_change();
CREATE TRIGGER "convention_request_event_not_deleted" BEFORE DELETE ON "convention_request_event"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

-- A file that was sent stays the one that was sent.
CREATE TRIGGER "convention_request_file_immutable_once_sent" BEFORE UPDATE ON "convention_request_file"
    FOR EACH ROW WHEN (OLD."event_id" IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "convention_request_file_not_deleted_once_sent" BEFORE DELETE ON "convention_request_file"
    FOR EACH ROW WHEN (OLD."event_id" IS NOT NULL AND pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "operation_status_immutable" BEFORE UPDATE ON "operation_status"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "operation_status_not_deleted" BEFORE DELETE ON "operation_status"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

COMMIT;
