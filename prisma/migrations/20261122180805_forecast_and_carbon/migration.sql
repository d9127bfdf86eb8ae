BEGIN;

-- CreateTable
CREATE TABLE "operation_forecast" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "months" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "operation_forecast_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "carbon_factor" (
    "collectivity_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "grid_grams_per_kwh" DOUBLE PRECISION NOT NULL,
    "own_grams_per_kwh" DOUBLE PRECISION,
    "source" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "carbon_factor_pkey" PRIMARY KEY ("collectivity_id","id")
);

-- AddForeignKey
ALTER TABLE "operation_forecast" ADD CONSTRAINT "operation_forecast_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carbon_factor" ADD CONSTRAINT "carbon_factor_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One forecast of an operation, and one factor of a collectivity, begins on a day. Deferred, because a correction writes
-- the new row before it dates the old one.
ALTER TABLE "operation_forecast" ADD CONSTRAINT "operation_forecast_one_per_day"
    EXCLUDE USING btree ("operation_id" WITH =, "from_day" WITH =)
    WHERE ("superseded_at" IS NULL) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "carbon_factor" ADD CONSTRAINT "carbon_factor_one_per_day"
    EXCLUDE USING btree ("collectivity_id" WITH =, "from_day" WITH =)
    WHERE ("superseded_at" IS NULL) DEFERRABLE INITIALLY DEFERRED;

-- What was told stays readable: a row is only ever ended, once.
CREATE FUNCTION refuse_reference_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ends CONSTANT text[] := ARRAY['superseded_at', 'superseded_by'];
BEGIN
    IF OLD."superseded_at" IS NOT NULL OR to_jsonb(NEW) - ends <> to_jsonb(OLD) - ends THEN
        RAISE EXCEPTION 'a forecast or a factor that was told does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "operation_forecast_append_only" BEFORE UPDATE ON "operation_forecast"
    FOR EACH ROW EXECUTE FUNCTION refuse_reference_change();
CREATE TRIGGER "carbon_factor_append_only" BEFORE UPDATE ON "carbon_factor"
    FOR EACH ROW EXECUTE FUNCTION refuse_reference_change();

COMMIT;
