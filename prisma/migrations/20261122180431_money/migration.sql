BEGIN;

-- CreateEnum
CREATE TYPE "PriceKind" AS ENUM ('supply', 'internal', 'resale', 'network_ordinary', 'network_shared', 'network_complement', 'excise', 'excise_shared', 'vat', 'fee', 'contract', 'vat_choice', 'substation');

-- CreateTable
CREATE TABLE "price_entry" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "PriceKind" NOT NULL,
    "metering_point_id" UUID,
    "producer_id" UUID,
    "participant_id" UUID,
    "code" TEXT,
    "from_day" DATE NOT NULL,
    "values" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "price_entry_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "run_money" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "role" "AttachmentRole" NOT NULL,
    "without_cents" INTEGER,
    "saved_cents" INTEGER,
    "supply_cents" INTEGER,
    "internal_cents" INTEGER,
    "network_cents" INTEGER,
    "excise_cents" INTEGER,
    "vat_cents" INTEGER,
    "fee_cents" INTEGER,
    "ordinary_network_cents" INTEGER,
    "shared_network_cents" INTEGER,
    "resale_cents" INTEGER,
    "lacking" TEXT[],
    "is_apportioned" BOOLEAN NOT NULL,

    CONSTRAINT "run_money_pkey" PRIMARY KEY ("operation_id","run_id","metering_point_id","role")
);

-- AddForeignKey
ALTER TABLE "price_entry" ADD CONSTRAINT "price_entry_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_entry" ADD CONSTRAINT "price_entry_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_entry" ADD CONSTRAINT "price_entry_operation_id_producer_id_fkey" FOREIGN KEY ("operation_id", "producer_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_entry" ADD CONSTRAINT "price_entry_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One price of one thing begins on a day. Deferred, because a correction writes the new row before it dates the old one.
ALTER TABLE "price_entry" ADD CONSTRAINT "price_entry_one_per_day"
    EXCLUDE USING btree (
        "operation_id" WITH =, "kind" WITH =, "from_day" WITH =, (coalesce("code", '')) WITH =,
        (coalesce("metering_point_id", '00000000-0000-0000-0000-000000000000')) WITH =,
        (coalesce("producer_id", '00000000-0000-0000-0000-000000000000')) WITH =,
        (coalesce("participant_id", '00000000-0000-0000-0000-000000000000')) WITH =
    )
    WHERE ("superseded_at" IS NULL) DEFERRABLE INITIALLY DEFERRED;

-- What was told stays readable: a row is only ever ended, once.
CREATE TRIGGER "price_entry_append_only" BEFORE UPDATE ON "price_entry"
    FOR EACH ROW EXECUTE FUNCTION refuse_tariff_change();

COMMIT;
