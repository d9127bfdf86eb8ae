BEGIN;

-- CreateEnum
CREATE TYPE "LetterKind" AS ENUM ('consent_proof', 'agreement_proof', 'access_ended', 'access_suspended', 'access_resumed', 'convention_change', 'annex_change', 'suspension', 'breach_termination', 'termination', 'dispute', 'start_notice', 'anniversary_move', 'contact_change', 'other');

-- CreateEnum
CREATE TYPE "CorrespondenceStep" AS ENUM ('document', 'concerns_dso', 'forwarded', 'completed', 'answered', 'closed', 'done', 'accepted', 'refused', 'renewed');

-- CreateTable
CREATE TABLE "complaint" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "received_day" DATE NOT NULL,
    "participant_id" UUID,
    "sender_name" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "concerns_dso" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "convention_letter" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "LetterKind" NOT NULL,
    "received_day" DATE NOT NULL,
    "sent_day" DATE,
    "effect_day" DATE,
    "metering_point_id" UUID,
    "is_immediate" BOOLEAN NOT NULL DEFAULT false,
    "reference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "convention_letter_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "correspondence_event" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "complaint_id" UUID,
    "letter_id" UUID,
    "step" "CorrespondenceStep" NOT NULL,
    "day" DATE NOT NULL,
    "note" TEXT,
    "file_name" TEXT,
    "sha256" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "correspondence_event_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE INDEX "complaint_operation_id_received_day_idx" ON "complaint"("operation_id", "received_day");

-- CreateIndex
CREATE INDEX "convention_letter_operation_id_received_day_idx" ON "convention_letter"("operation_id", "received_day");

-- CreateIndex
CREATE INDEX "correspondence_event_operation_id_complaint_id_idx" ON "correspondence_event"("operation_id", "complaint_id");

-- CreateIndex
CREATE INDEX "correspondence_event_operation_id_letter_id_idx" ON "correspondence_event"("operation_id", "letter_id");

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_letter" ADD CONSTRAINT "convention_letter_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_letter" ADD CONSTRAINT "convention_letter_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correspondence_event" ADD CONSTRAINT "correspondence_event_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correspondence_event" ADD CONSTRAINT "correspondence_event_operation_id_complaint_id_fkey" FOREIGN KEY ("operation_id", "complaint_id") REFERENCES "complaint"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correspondence_event" ADD CONSTRAINT "correspondence_event_operation_id_letter_id_fkey" FOREIGN KEY ("operation_id", "letter_id") REFERENCES "convention_letter"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correspondence_event" ADD CONSTRAINT "correspondence_event_operation_id_sha256_fkey" FOREIGN KEY ("operation_id", "sha256") REFERENCES "kept_file"("operation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;


-- An event is of one complaint or of one letter.
ALTER TABLE "correspondence_event" ADD CONSTRAINT "correspondence_event_of_one"
    CHECK (num_nonnulls("complaint_id", "letter_id") = 1);

-- History is never rewritten; an erasure takes words and files only.
CREATE TRIGGER "correspondence_event_append_only"
    BEFORE UPDATE OF "operation_id", "id", "complaint_id", "letter_id", "step", "day", "created_at", "created_by" ON "correspondence_event"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "correspondence_event_not_deleted" BEFORE DELETE ON "correspondence_event"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

COMMIT;
