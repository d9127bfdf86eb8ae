BEGIN;

-- CreateEnum
CREATE TYPE "TariffStructure" AS ENUM ('base', 'peak_off_peak', 'four_periods');

-- CreateTable
CREATE TABLE "tariff_schedule" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "structure" "TariffStructure" NOT NULL,
    "off_peak" JSONB NOT NULL,
    "low_season_off_peak" JSONB,
    "high_season_months" SMALLINT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "tariff_schedule_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "tariff_season" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "high_season_months" SMALLINT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "tariff_season_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "settlement_run_tariff" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "role" "AttachmentRole" NOT NULL,
    "tariff_period" TEXT NOT NULL,
    "energy_wh" DOUBLE PRECISION NOT NULL,
    "shared_wh" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "settlement_run_tariff_pkey" PRIMARY KEY ("operation_id","run_id","metering_point_id","role","tariff_period")
);

-- CreateIndex
CREATE INDEX "tariff_schedule_operation_id_metering_point_id_idx" ON "tariff_schedule"("operation_id", "metering_point_id");

-- AddForeignKey
ALTER TABLE "tariff_schedule" ADD CONSTRAINT "tariff_schedule_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tariff_season" ADD CONSTRAINT "tariff_season_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One schedule of a metering point, and one season of an operation, begins on a day. Deferred, because a correction
-- writes the new row before it dates the old one.
ALTER TABLE "tariff_schedule" ADD CONSTRAINT "tariff_schedule_one_per_day"
    EXCLUDE USING btree ("operation_id" WITH =, "metering_point_id" WITH =, "from_day" WITH =)
    WHERE ("superseded_at" IS NULL) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "tariff_season" ADD CONSTRAINT "tariff_season_one_per_day"
    EXCLUDE USING btree ("operation_id" WITH =, "from_day" WITH =)
    WHERE ("superseded_at" IS NULL) DEFERRABLE INITIALLY DEFERRED;

-- What was said to hold stays readable: a row is only ever ended, once.
CREATE FUNCTION refuse_tariff_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ends CONSTANT text[] := ARRAY['superseded_at', 'superseded_by'];
BEGIN
    IF OLD."superseded_at" IS NOT NULL OR to_jsonb(NEW) - ends <> to_jsonb(OLD) - ends THEN
        RAISE EXCEPTION 'a tariff that was told does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "tariff_schedule_append_only" BEFORE UPDATE ON "tariff_schedule"
    FOR EACH ROW EXECUTE FUNCTION refuse_tariff_change();
CREATE TRIGGER "tariff_season_append_only" BEFORE UPDATE ON "tariff_season"
    FOR EACH ROW EXECUTE FUNCTION refuse_tariff_change();

COMMIT;
