BEGIN;

-- CreateTable
CREATE TABLE "publication" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "sentence" TEXT,
    "is_indexed" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "published_month" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "shows_production" BOOLEAN NOT NULL,
    "shows_withdrawal" BOOLEAN NOT NULL,
    "holdings" JSONB NOT NULL,
    "clock_hours" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "published_month_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE INDEX "publication_operation_id_created_at_idx" ON "publication"("operation_id", "created_at");

-- CreateIndex
CREATE INDEX "published_month_operation_id_run_id_created_at_idx" ON "published_month"("operation_id", "run_id", "created_at");

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_month" ADD CONSTRAINT "published_month_operation_id_run_id_fkey" FOREIGN KEY ("operation_id", "run_id") REFERENCES "settlement_run"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was public once is a fact: the rows that say so stay as they are.
CREATE TRIGGER "publication_immutable" BEFORE UPDATE ON "publication"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "publication_not_deleted" BEFORE DELETE ON "publication"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "published_month_immutable" BEFORE UPDATE ON "published_month"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "published_month_not_deleted" BEFORE DELETE ON "published_month"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

COMMIT;
