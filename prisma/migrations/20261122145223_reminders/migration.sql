BEGIN;

-- CreateEnum
CREATE TYPE "HolidayRegion" AS ENUM ('metropolitan', 'alsace_moselle');

-- CreateEnum
CREATE TYPE "DigestFrequency" AS ENUM ('off', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "DigestState" AS ENUM ('sent', 'failed', 'empty');

-- AlterTable
ALTER TABLE "operation" ADD COLUMN     "holiday_region" "HolidayRegion" NOT NULL DEFAULT 'metropolitan';

-- CreateTable
CREATE TABLE "reminder_setting" (
    "user_id" UUID NOT NULL,
    "digest" "DigestFrequency" NOT NULL DEFAULT 'off',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_setting_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "digest_sending" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "state" "DigestState" NOT NULL,
    "failure" TEXT,
    "row_count" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digest_sending_pkey" PRIMARY KEY ("user_id","day")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_user_id_idx" ON "calendar_feed"("user_id");

-- AddForeignKey
ALTER TABLE "reminder_setting" ADD CONSTRAINT "reminder_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_sending" ADD CONSTRAINT "digest_sending_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
