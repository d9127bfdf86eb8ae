BEGIN;

-- CreateEnum
CREATE TYPE "ClimateEvidenceKind" AS ENUM ('document', 'link');

-- CreateTable
CREATE TABLE "climate_evidence" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "kind" "ClimateEvidenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "day" DATE,
    "note" TEXT,
    "file_name" TEXT,
    "sha256" BYTEA,
    "url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "climate_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "climate_file" (
    "collectivity_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "is_gzipped" BOOLEAN NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "climate_file_pkey" PRIMARY KEY ("collectivity_id","sha256")
);

-- CreateTable
CREATE TABLE "climate_figures" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "computed_by" UUID,

    CONSTRAINT "climate_figures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "climate_evidence_collectivity_id_node_id_idx" ON "climate_evidence"("collectivity_id", "node_id");

-- CreateIndex
CREATE INDEX "climate_figures_collectivity_id_node_id_operation_id_comput_idx" ON "climate_figures"("collectivity_id", "node_id", "operation_id", "computed_at");

-- AddForeignKey
ALTER TABLE "climate_evidence" ADD CONSTRAINT "climate_evidence_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_evidence" ADD CONSTRAINT "climate_evidence_collectivity_id_sha256_fkey" FOREIGN KEY ("collectivity_id", "sha256") REFERENCES "climate_file"("collectivity_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_file" ADD CONSTRAINT "climate_file_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_figures" ADD CONSTRAINT "climate_figures_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_figures" ADD CONSTRAINT "climate_figures_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One version of a proof stands at a time.
ALTER TABLE "climate_evidence" ADD CONSTRAINT "climate_evidence_one_current"
    EXCLUDE USING btree ("collectivity_id" WITH =, "evidence_id" WITH =) WHERE ("superseded_at" IS NULL);
-- A document has its file, a link its address; addresses open nothing but a page over TLS.
ALTER TABLE "climate_evidence" ADD CONSTRAINT "climate_evidence_of_its_kind" CHECK (
    CASE WHEN "kind" = 'document'
         THEN "sha256" IS NOT NULL AND "file_name" IS NOT NULL AND "url" IS NULL
         ELSE "sha256" IS NULL AND "file_name" IS NULL AND "url" IS NOT NULL AND "url" LIKE 'https://%' END);
-- Figures that were shown stay as they were.
CREATE TRIGGER "climate_figures_immutable" BEFORE UPDATE ON "climate_figures"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

COMMIT;
