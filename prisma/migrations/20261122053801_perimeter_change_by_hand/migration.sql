BEGIN;

-- AlterTable
ALTER TABLE "perimeter_change" ADD COLUMN     "until_day" DATE,
ALTER COLUMN "file_name" DROP NOT NULL,
ALTER COLUMN "sha256" DROP NOT NULL;

COMMIT;
