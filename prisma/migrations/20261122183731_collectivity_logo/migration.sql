BEGIN;

-- CreateEnum
CREATE TYPE "LogoFormat" AS ENUM ('png', 'jpeg');

-- CreateTable
CREATE TABLE "collectivity_logo" (
    "collectivity_id" UUID NOT NULL,
    "format" "LogoFormat" NOT NULL,
    "content" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "width_px" SMALLINT NOT NULL,
    "height_px" SMALLINT NOT NULL,
    "alt_text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "collectivity_logo_pkey" PRIMARY KEY ("collectivity_id")
);

-- AddForeignKey
ALTER TABLE "collectivity_logo" ADD CONSTRAINT "collectivity_logo_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
