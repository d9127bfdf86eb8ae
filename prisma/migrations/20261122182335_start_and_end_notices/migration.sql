BEGIN;

-- AlterEnum
ALTER TYPE "CorrespondenceStep" ADD VALUE 'applied';

-- AlterTable
ALTER TABLE "operation" ADD COLUMN     "convention_signed_day" DATE,
ADD COLUMN     "holiday_region_changed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "dso_end_notice" (
    "operation_id" UUID NOT NULL,
    "ending" "EndingKind" NOT NULL,
    "effect_day" DATE NOT NULL,
    "told_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "dso_end_notice_pkey" PRIMARY KEY ("operation_id","ending","effect_day")
);

-- AddForeignKey
ALTER TABLE "dso_end_notice" ADD CONSTRAINT "dso_end_notice_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
