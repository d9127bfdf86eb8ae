BEGIN;

-- AlterTable
ALTER TABLE "audit_event" ALTER COLUMN "at" SET DEFAULT clock_timestamp();

COMMIT;
