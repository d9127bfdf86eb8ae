BEGIN;

-- AlterTable
ALTER TABLE "account_link" ADD COLUMN     "former_email" TEXT;

COMMIT;
