BEGIN;

-- AlterTable
ALTER TABLE "convention_request_file" ADD COLUMN     "replaced_at" TIMESTAMPTZ(3);

COMMIT;
