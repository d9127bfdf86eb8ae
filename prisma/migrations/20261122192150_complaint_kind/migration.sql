BEGIN;

-- CreateEnum
CREATE TYPE "ComplaintKind" AS ENUM ('complaint', 'data_request');

-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "kind" "ComplaintKind" NOT NULL DEFAULT 'complaint';

COMMIT;
