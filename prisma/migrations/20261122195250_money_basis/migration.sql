BEGIN;

-- CreateTable
CREATE TABLE "money_basis" (
    "operation_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "derived_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "money_basis_pkey" PRIMARY KEY ("operation_id")
);

-- AddForeignKey
ALTER TABLE "money_basis" ADD CONSTRAINT "money_basis_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
