BEGIN;

-- CreateEnum
CREATE TYPE "PerimeterManagement" AS ENUM ('standard', 'hlm');

-- AlterTable
ALTER TABLE "operation" ADD COLUMN     "perimeter_management" "PerimeterManagement" NOT NULL DEFAULT 'standard';

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "address" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "legal_id" TEXT;

-- CreateTable
CREATE TABLE "perimeter_change" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "effect_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "via" "AuditVia" NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "moves_points" BOOLEAN NOT NULL,

    CONSTRAINT "perimeter_change_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE INDEX "perimeter_change_operation_id_created_at_idx" ON "perimeter_change"("operation_id", "created_at");

-- AddForeignKey
ALTER TABLE "perimeter_change" ADD CONSTRAINT "perimeter_change_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "perimeter_change" ADD CONSTRAINT "perimeter_change_operation_id_sha256_fkey" FOREIGN KEY ("operation_id", "sha256") REFERENCES "kept_file"("operation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
