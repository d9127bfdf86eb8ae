BEGIN;

-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "is_handed_in_online" BOOLEAN NOT NULL DEFAULT false;

COMMIT;
