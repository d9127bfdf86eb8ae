BEGIN;

-- CreateEnum
CREATE TYPE "ApiKeyScope" AS ENUM ('read', 'measures', 'write');

-- Keys that open nothing: of nobody, switched off, without a scope of ours.
DELETE FROM "api_key" k
 WHERE NOT coalesce(k."enabled", true)
    OR coalesce(k."permissions", '') NOT LIKE '%"read"%'
    OR NOT EXISTS (SELECT FROM "user" u WHERE u."id"::text = k."reference_id");

ALTER TABLE "api_key" ADD COLUMN "user_id" UUID,
ADD COLUMN "key_hash" BYTEA,
ADD COLUMN "scope" "ApiKeyScope",
ADD COLUMN "all_operations" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "last_used_at" TIMESTAMPTZ(3),
ADD COLUMN "replaced_at" TIMESTAMPTZ(3),
ADD COLUMN "calls_left" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN "filled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT to_timestamp(0);

-- The hash was written in base64url, without its padding.
UPDATE "api_key"
   SET "user_id" = "reference_id"::uuid,
       "key_hash" = decode(translate("key", '-_', '+/') || '=', 'base64'),
       "scope" = (CASE WHEN "permissions" LIKE '%"write"%' THEN 'write' ELSE 'read' END)::"ApiKeyScope",
       "last_used_at" = "last_request",
       "name" = coalesce("name", ''),
       "start" = coalesce("start", '');

-- DropIndex
DROP INDEX "api_key_config_id_idx";

-- DropIndex
DROP INDEX "api_key_reference_id_idx";

-- DropIndex
DROP INDEX "api_key_key_idx";

-- AlterTable
ALTER TABLE "api_key" DROP COLUMN "config_id",
DROP COLUMN "enabled",
DROP COLUMN "key",
DROP COLUMN "last_refill_at",
DROP COLUMN "last_request",
DROP COLUMN "metadata",
DROP COLUMN "permissions",
DROP COLUMN "prefix",
DROP COLUMN "rate_limit_enabled",
DROP COLUMN "rate_limit_max",
DROP COLUMN "rate_limit_time_window",
DROP COLUMN "reference_id",
DROP COLUMN "refill_amount",
DROP COLUMN "refill_interval",
DROP COLUMN "remaining",
DROP COLUMN "request_count",
DROP COLUMN "updated_at",
ALTER COLUMN "calls_left" DROP DEFAULT,
ALTER COLUMN "filled_at" DROP DEFAULT,
ALTER COLUMN "user_id" SET NOT NULL,
ALTER COLUMN "key_hash" SET NOT NULL,
ALTER COLUMN "scope" SET NOT NULL,
ALTER COLUMN "name" SET NOT NULL,
ALTER COLUMN "start" SET NOT NULL;

-- CreateTable
CREATE TABLE "api_key_operation" (
    "api_key_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,

    CONSTRAINT "api_key_operation_pkey" PRIMARY KEY ("api_key_id","operation_id")
);

-- CreateIndex
CREATE INDEX "api_key_operation_operation_id_idx" ON "api_key_operation"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_user_id_idx" ON "api_key"("user_id");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_operation" ADD CONSTRAINT "api_key_operation_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_operation" ADD CONSTRAINT "api_key_operation_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
