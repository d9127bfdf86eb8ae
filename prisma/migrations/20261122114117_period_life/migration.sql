BEGIN;

-- CreateEnum
CREATE TYPE "SettlementJobState" AS ENUM ('queued', 'running', 'stopping', 'done', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "SettlementJobOutcome" AS ENUM ('waiting', 'settled', 'unchanged', 'incomplete', 'refused', 'left_out');

-- AlterTable
ALTER TABLE "settlement_run" ADD COLUMN     "inputs" JSONB;

-- CreateTable
CREATE TABLE "anniversary_move" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "day_of_month" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "anniversary_move_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "period_closing" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "run_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by" UUID,
    "reopened_at" TIMESTAMPTZ(3),
    "reopened_by" UUID,
    "reopen_reason" TEXT,

    CONSTRAINT "period_closing_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "settlement_job" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" "SettlementJobState" NOT NULL DEFAULT 'queued',
    "via" "AuditVia" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "settlement_job_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "settlement_job_period" (
    "operation_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "outcome" "SettlementJobOutcome" NOT NULL DEFAULT 'waiting',
    "version" SMALLINT,
    "detail" JSONB,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "settlement_job_period_pkey" PRIMARY KEY ("operation_id","job_id","period_from")
);

-- CreateIndex
CREATE INDEX "anniversary_move_operation_id_created_at_idx" ON "anniversary_move"("operation_id", "created_at");

-- CreateIndex
CREATE INDEX "period_closing_operation_id_period_from_idx" ON "period_closing"("operation_id", "period_from");

-- CreateIndex
CREATE INDEX "settlement_job_operation_id_created_at_idx" ON "settlement_job"("operation_id", "created_at");

-- AddForeignKey
ALTER TABLE "anniversary_move" ADD CONSTRAINT "anniversary_move_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_operation_id_run_id_fkey" FOREIGN KEY ("operation_id", "run_id") REFERENCES "settlement_run"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_job" ADD CONSTRAINT "settlement_job_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_job_period" ADD CONSTRAINT "settlement_job_period_operation_id_job_id_fkey" FOREIGN KEY ("operation_id", "job_id") REFERENCES "settlement_job"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here: what the Prisma schema cannot say.

ALTER TABLE "anniversary_move" ADD CONSTRAINT "anniversary_move_day_range" CHECK ("day_of_month" BETWEEN 1 AND 31);
CREATE TRIGGER "anniversary_move_immutable" BEFORE UPDATE ON "anniversary_move"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "anniversary_move_not_deleted" BEFORE DELETE ON "anniversary_move"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_not_empty" CHECK ("period_to" > "period_from");
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_reopened_with_reason"
    CHECK (("reopened_at" IS NULL) = ("reopen_reason" IS NULL));
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_one_at_a_time"
    EXCLUDE USING gist ("operation_id" WITH =, daterange("period_from", "period_to") WITH &&)
    WHERE ("reopened_at" IS NULL);

-- A closed period gets no run.
CREATE FUNCTION refuse_run_of_closed_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM "period_closing" c
                WHERE c."operation_id" = NEW."operation_id" AND c."reopened_at" IS NULL
                  AND daterange(c."period_from", c."period_to") && daterange(NEW."period_from", NEW."period_to")) THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "settlement_run_of_open_period" BEFORE INSERT ON "settlement_run"
    FOR EACH ROW EXECUTE FUNCTION refuse_run_of_closed_period();

-- What is closed is the latest run of the very period.
CREATE FUNCTION require_latest_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM "settlement_run" r
                    WHERE r."operation_id" = NEW."operation_id" AND r."id" = NEW."run_id"
                      AND r."period_from" = NEW."period_from" AND r."period_to" = NEW."period_to"
                      AND r."version" = (SELECT max(l."version") FROM "settlement_run" l
                                          WHERE l."operation_id" = r."operation_id" AND l."period_from" = r."period_from")) THEN
        RAISE EXCEPTION 'only the latest run of a period is closed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "period_closing_of_latest_run" BEFORE INSERT ON "period_closing"
    FOR EACH ROW EXECUTE FUNCTION require_latest_run();

-- Reopened once, and history from then on.
CREATE FUNCTION refuse_closing_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reopening CONSTANT text[] := ARRAY['reopened_at', 'reopened_by', 'reopen_reason'];
BEGIN
    IF OLD."reopened_at" IS NOT NULL OR to_jsonb(NEW) - reopening <> to_jsonb(OLD) - reopening THEN
        RAISE EXCEPTION 'a closing only changes by being reopened' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "period_closing_reopened_once" BEFORE UPDATE ON "period_closing"
    FOR EACH ROW EXECUTE FUNCTION refuse_closing_change();
CREATE TRIGGER "period_closing_not_deleted" BEFORE DELETE ON "period_closing"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

ALTER TABLE "settlement_job" ADD CONSTRAINT "settlement_job_one_at_a_time"
    EXCLUDE USING gist ("operation_id" WITH =) WHERE ("state" IN ('queued', 'running', 'stopping'));

COMMIT;
