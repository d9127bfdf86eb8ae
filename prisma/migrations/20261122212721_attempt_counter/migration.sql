BEGIN;

-- CreateTable
CREATE TABLE "attempt_counter" (
    "key" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "open_at" TIMESTAMPTZ(3) NOT NULL,
    "forget_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_counter_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "attempt_counter_forget_at_idx" ON "attempt_counter"("forget_at");

COMMIT;
