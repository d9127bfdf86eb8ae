BEGIN;

-- CreateEnum
CREATE TYPE "AccountLinkKind" AS ENUM ('invitation', 'password', 'email');

-- CreateEnum
CREATE TYPE "AccountLinkTarget" AS ENUM ('collectivity', 'operation', 'participant', 'installation', 'auditor');

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "last_sign_in_on" DATE;

-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "kind" "AccountLinkKind" NOT NULL,
    "token_sha256" BYTEA,
    "user_id" UUID,
    "name" TEXT,
    "email" TEXT,
    "target_kind" "AccountLinkTarget",
    "collectivity_id" UUID,
    "operation_id" UUID,
    "participant_id" UUID,
    "role" "MembershipRole",
    "is_mailed" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_user_id" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_link_token_sha256_key" ON "account_link"("token_sha256");

-- CreateIndex
CREATE INDEX "account_link_user_id_idx" ON "account_link"("user_id");

-- CreateIndex
CREATE INDEX "account_link_collectivity_id_idx" ON "account_link"("collectivity_id");

-- CreateIndex
CREATE INDEX "account_link_operation_id_idx" ON "account_link"("operation_id");

-- CreateIndex
CREATE INDEX "account_link_created_by_user_id_idx" ON "account_link"("created_by_user_id");

-- CreateIndex
CREATE INDEX "account_link_expires_at_idx" ON "account_link"("expires_at");

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only an invitation is for somebody without an account, and it alone opens something.
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_of_its_kind" CHECK (
  (kind = 'invitation') = (target_kind IS NOT NULL)
  AND (kind = 'invitation' OR user_id IS NOT NULL)
);

ALTER TABLE "account_link" ADD CONSTRAINT "account_link_target_is_whole" CHECK (
  (collectivity_id IS NOT NULL) = COALESCE(target_kind IN ('collectivity', 'auditor'), false)
  AND (operation_id IS NOT NULL) = COALESCE(target_kind IN ('operation', 'participant'), false)
  AND (participant_id IS NOT NULL) = COALESCE(target_kind = 'participant', false)
  AND (role IS NOT NULL) = COALESCE(target_kind IN ('collectivity', 'operation'), false)
);

-- 256 bits of SHA-256; what is over leads nowhere, whatever becomes of its row.
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_token_of_open_link" CHECK (
  token_sha256 IS NULL OR (octet_length(token_sha256) = 32 AND used_at IS NULL AND revoked_at IS NULL)
);

COMMIT;
