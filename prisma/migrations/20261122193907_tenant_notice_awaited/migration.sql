BEGIN;

-- AlterTable
ALTER TABLE "tenant_change" ALTER COLUMN "end_notice_day" DROP NOT NULL;

COMMIT;
