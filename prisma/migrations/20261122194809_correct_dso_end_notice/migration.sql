BEGIN;

-- AlterTable
ALTER TABLE "dso_end_notice" DROP CONSTRAINT "dso_end_notice_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD CONSTRAINT "dso_end_notice_pkey" PRIMARY KEY ("operation_id", "id");

-- The default was for the rows that were there.
ALTER TABLE "dso_end_notice" ALTER COLUMN "id" DROP DEFAULT;

COMMIT;
