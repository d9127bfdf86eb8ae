BEGIN;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "participant_id" UUID;

UPDATE "attachment" a SET "participant_id" = p."participant_id"
  FROM "metering_point" p WHERE p."operation_id" = a."operation_id" AND p."id" = a."metering_point_id";

ALTER TABLE "attachment" ALTER COLUMN "participant_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "attachment_operation_id_participant_id_idx" ON "attachment"("operation_id", "participant_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
