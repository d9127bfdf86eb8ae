BEGIN;

-- CreateEnum
CREATE TYPE "CoefficientKeyState" AS ENUM ('draft', 'announced', 'sent');

-- CreateEnum
CREATE TYPE "AnnouncementChannel" AS ENUM ('email', 'letter');

-- CreateEnum
CREATE TYPE "AnnouncementState" AS ENUM ('waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "DeliverySource" AS ENUM ('organiser', 'operator');

-- CreateEnum
CREATE TYPE "DeliveryChannel" AS ENUM ('file', 'api');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('draft', 'sent', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "ExchangeOutcome" AS ENUM ('waiting', 'accepted', 'rejected');

-- AlterTable
ALTER TABLE "coefficient_key" ADD COLUMN     "announced_at" TIMESTAMPTZ(3),
ADD COLUMN     "announced_by" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "rule" JSONB,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_by" UUID,
ADD COLUMN     "sent_day" DATE,
ADD COLUMN     "source_key_id" UUID,
ADD COLUMN     "state" "CoefficientKeyState" NOT NULL DEFAULT 'draft',
ADD COLUMN     "unit_ppm" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "version" INTEGER;

-- The keys that were there held already: they are sent, and numbered in the order they were made.
UPDATE "coefficient_key" k SET "state" = 'sent', "version" = n."version", "sent_at" = k."created_at", "sent_by" = k."created_by"
  FROM (SELECT "operation_id", "id", row_number() OVER (PARTITION BY "operation_id" ORDER BY "created_at", "id") AS "version"
          FROM "coefficient_key") n
 WHERE n."operation_id" = k."operation_id" AND n."id" = k."id";

ALTER TABLE "coefficient_key" ALTER COLUMN "version" SET NOT NULL;

-- AlterTable
ALTER TABLE "settlement_run_point_day" ADD COLUMN     "default_shares" BYTEA;

-- CreateTable
CREATE TABLE "coefficient_announcement" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "channel" "AnnouncementChannel" NOT NULL,
    "state" "AnnouncementState" NOT NULL,
    "figures" JSONB NOT NULL,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "coefficient_announcement_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "coefficient_delivery" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key_id" UUID,
    "source" "DeliverySource" NOT NULL DEFAULT 'organiser',
    "kind" "CoefficientKind" NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "version" SMALLINT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'draft',
    "step_minutes" SMALLINT NOT NULL,
    "unit_ppm" INTEGER NOT NULL,
    "rule" JSONB,
    "file_name" TEXT,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "sent_day" DATE,
    "sent_by" UUID,
    "answered_day" DATE,
    "answer_note" TEXT,
    "changed_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "coefficient_delivery_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "dynamic_simple_day" (
    "operation_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "consumer_id" UUID NOT NULL,
    "ppm" BYTEA NOT NULL,

    CONSTRAINT "dynamic_simple_day_pkey" PRIMARY KEY ("operation_id","delivery_id","day","consumer_id")
);

-- CreateTable
CREATE TABLE "dynamic_full_day" (
    "operation_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "producer_id" UUID NOT NULL,
    "consumer_id" UUID NOT NULL,
    "ppm" BYTEA NOT NULL,

    CONSTRAINT "dynamic_full_day_pkey" PRIMARY KEY ("operation_id","delivery_id","day","producer_id","consumer_id")
);

-- CreateTable
CREATE TABLE "coefficient_exchange" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "step_at" TIMESTAMPTZ(3) NOT NULL,
    "producer_id" UUID,
    "payload" JSONB NOT NULL,
    "outcome" "ExchangeOutcome" NOT NULL DEFAULT 'waiting',
    "rejection" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "coefficient_exchange_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE INDEX "coefficient_announcement_operation_id_key_id_idx" ON "coefficient_announcement"("operation_id", "key_id");

-- CreateIndex
CREATE INDEX "coefficient_announcement_operation_id_participant_id_idx" ON "coefficient_announcement"("operation_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "coefficient_delivery_operation_id_source_period_from_versio_key" ON "coefficient_delivery"("operation_id", "source", "period_from", "version");

-- CreateIndex
CREATE INDEX "coefficient_exchange_operation_id_delivery_id_step_at_idx" ON "coefficient_exchange"("operation_id", "delivery_id", "step_at");

-- CreateIndex
CREATE UNIQUE INDEX "coefficient_key_operation_id_version_key" ON "coefficient_key"("operation_id", "version");

-- AddForeignKey
ALTER TABLE "coefficient_key" ADD CONSTRAINT "coefficient_key_operation_id_source_key_id_fkey" FOREIGN KEY ("operation_id", "source_key_id") REFERENCES "coefficient_key"("operation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "coefficient_announcement" ADD CONSTRAINT "coefficient_announcement_operation_id_key_id_fkey" FOREIGN KEY ("operation_id", "key_id") REFERENCES "coefficient_key"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coefficient_announcement" ADD CONSTRAINT "coefficient_announcement_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coefficient_delivery" ADD CONSTRAINT "coefficient_delivery_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coefficient_delivery" ADD CONSTRAINT "coefficient_delivery_operation_id_key_id_fkey" FOREIGN KEY ("operation_id", "key_id") REFERENCES "coefficient_key"("operation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dynamic_simple_day" ADD CONSTRAINT "dynamic_simple_day_operation_id_delivery_id_fkey" FOREIGN KEY ("operation_id", "delivery_id") REFERENCES "coefficient_delivery"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dynamic_full_day" ADD CONSTRAINT "dynamic_full_day_operation_id_delivery_id_fkey" FOREIGN KEY ("operation_id", "delivery_id") REFERENCES "coefficient_delivery"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coefficient_exchange" ADD CONSTRAINT "coefficient_exchange_operation_id_delivery_id_fkey" FOREIGN KEY ("operation_id", "delivery_id") REFERENCES "coefficient_delivery"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here: what the Prisma schema cannot say.

-- Drafts may be for the same days; what is sent may not.
ALTER TABLE "coefficient_key" DROP CONSTRAINT "coefficient_key_one_per_day";
ALTER TABLE "coefficient_key" ADD CONSTRAINT "coefficient_key_one_per_day"
    EXCLUDE USING gist ("operation_id" WITH =, daterange("from_day", "to_day") WITH &&)
    WHERE ("superseded_at" IS NULL AND "state" = 'sent');
ALTER TABLE "coefficient_key" ADD CONSTRAINT "coefficient_key_sent_is_dated"
    CHECK ("state" <> 'sent' OR "sent_at" IS NOT NULL);
ALTER TABLE "coefficient_key" ADD CONSTRAINT "coefficient_key_unit_range" CHECK ("unit_ppm" IN (1, 10, 100, 1000, 10000));

ALTER TABLE "coefficient_delivery" ADD CONSTRAINT "coefficient_delivery_not_empty" CHECK ("period_to" > "period_from");
ALTER TABLE "coefficient_delivery" ADD CONSTRAINT "coefficient_delivery_is_dynamic" CHECK ("kind" IN ('dynamic_simple', 'dynamic_full'));
ALTER TABLE "coefficient_delivery" ADD CONSTRAINT "coefficient_delivery_unit_range" CHECK ("unit_ppm" IN (1, 10, 100, 1000, 10000));
ALTER TABLE "coefficient_delivery" ADD CONSTRAINT "coefficient_delivery_sent_is_dated"
    CHECK ("state" = 'draft' OR ("sent_day" IS NOT NULL AND "changed_at" IS NOT NULL));
ALTER TABLE "coefficient_delivery" ADD CONSTRAINT "coefficient_delivery_one_draft"
    EXCLUDE USING gist ("operation_id" WITH =, daterange("period_from", "period_to") WITH &&)
    WHERE ("superseded_at" IS NULL AND "state" = 'draft' AND "source" = 'organiser');

-- What was sent is what it was: later decisions only cut the days it holds, or take them all.
CREATE FUNCTION refuse_sent_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    days CONSTANT text[] := ARRAY['from_day', 'to_day', 'superseded_at'];
BEGIN
    IF to_jsonb(NEW) - days <> to_jsonb(OLD) - days THEN
        RAISE EXCEPTION 'a key that was sent does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "coefficient_key_immutable_once_sent" BEFORE UPDATE ON "coefficient_key"
    FOR EACH ROW WHEN (OLD."state" = 'sent') EXECUTE FUNCTION refuse_sent_key_change();
CREATE TRIGGER "coefficient_key_not_deleted" BEFORE DELETE ON "coefficient_key"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

-- In a cascade from the key itself the key is gone already.
CREATE FUNCTION refuse_sent_coefficient_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told "static_coefficient" := coalesce(NEW, OLD);
BEGIN
    IF EXISTS (SELECT FROM "coefficient_key" k
                WHERE k."operation_id" = told."operation_id" AND k."id" = told."key_id" AND k."state" = 'sent') THEN
        RAISE EXCEPTION 'the coefficients of a key that was sent do not change'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "static_coefficient_immutable_once_sent" BEFORE INSERT OR UPDATE OR DELETE ON "static_coefficient"
    FOR EACH ROW EXECUTE FUNCTION refuse_sent_coefficient_change();

CREATE FUNCTION refuse_sent_delivery_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    operation uuid := coalesce(NEW."operation_id", OLD."operation_id");
    delivery uuid := coalesce(NEW."delivery_id", OLD."delivery_id");
BEGIN
    IF EXISTS (SELECT FROM "coefficient_delivery" d
                WHERE d."operation_id" = operation AND d."id" = delivery AND d."state" <> 'draft') THEN
        RAISE EXCEPTION 'the coefficients of a delivery that was sent do not change'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "dynamic_simple_day_immutable_once_sent" BEFORE INSERT OR UPDATE OR DELETE ON "dynamic_simple_day"
    FOR EACH ROW EXECUTE FUNCTION refuse_sent_delivery_change();
CREATE TRIGGER "dynamic_full_day_immutable_once_sent" BEFORE INSERT OR UPDATE OR DELETE ON "dynamic_full_day"
    FOR EACH ROW EXECUTE FUNCTION refuse_sent_delivery_change();

COMMIT;
