BEGIN;

-- AlterTable
ALTER TABLE "account_link" ADD COLUMN     "handed_by_user_id" UUID;

-- CreateIndex
CREATE INDEX "account_link_handed_by_user_id_idx" ON "account_link"("handed_by_user_id");

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_handed_by_user_id_fkey" FOREIGN KEY ("handed_by_user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
