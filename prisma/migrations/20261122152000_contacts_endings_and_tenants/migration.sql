BEGIN;

-- CreateEnum
CREATE TYPE "EndingKind" AS ENUM ('suspension', 'termination');

-- CreateTable
CREATE TABLE "contact_change" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "role" "PartyRole" NOT NULL,
    "notice_day" DATE NOT NULL,
    "binding_day" DATE NOT NULL,
    "details" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "contact_change_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "end_notice" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "ending" "EndingKind" NOT NULL,
    "effect_day" DATE NOT NULL,
    "told_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "end_notice_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "tenant_change" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "end_day" DATE NOT NULL,
    "end_notice_day" DATE NOT NULL,
    "service_day" DATE,
    "service_notice_day" DATE,
    "new_participant_id" UUID,
    "refusal_day" DATE,
    "abandoned_day" DATE,
    "returned_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "tenant_change_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "end_notice_operation_id_ending_effect_day_participant_id_key" ON "end_notice"("operation_id", "ending", "effect_day", "participant_id");

-- CreateIndex
CREATE INDEX "tenant_change_operation_id_metering_point_id_idx" ON "tenant_change"("operation_id", "metering_point_id");

-- AddForeignKey
ALTER TABLE "contact_change" ADD CONSTRAINT "contact_change_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "end_notice" ADD CONSTRAINT "end_notice_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "end_notice" ADD CONSTRAINT "end_notice_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_change" ADD CONSTRAINT "tenant_change_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_change" ADD CONSTRAINT "tenant_change_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_change" ADD CONSTRAINT "tenant_change_operation_id_new_participant_id_fkey" FOREIGN KEY ("operation_id", "new_participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "contact_change" ADD CONSTRAINT "contact_change_binds_later" CHECK ("binding_day" > "notice_day");
CREATE TRIGGER "contact_change_append_only"
    BEFORE UPDATE OF "operation_id", "id", "role", "notice_day", "binding_day", "details", "created_at", "created_by" ON "contact_change"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "contact_change_not_deleted" BEFORE DELETE ON "contact_change"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
-- A metering point waits for one tenant at a time.
ALTER TABLE "tenant_change" ADD CONSTRAINT "tenant_change_one_at_a_time"
    EXCLUDE ("operation_id" WITH =, "metering_point_id" WITH =)
    WHERE ("returned_at" IS NULL AND "refusal_day" IS NULL AND "abandoned_day" IS NULL);

COMMIT;
