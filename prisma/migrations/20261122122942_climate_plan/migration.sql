BEGIN;

-- CreateEnum
CREATE TYPE "ClimateActionCategory" AS ENUM ('bases', 'implementation', 'effects');

-- CreateEnum
CREATE TYPE "ClimateStatusKind" AS ENUM ('done', 'planned', 'not_done', 'detailed', 'unfilled', 'not_concerned', 'none');

-- CreateEnum
CREATE TYPE "ClimateCollectivityKind" AS ENUM ('commune', 'intercommunal', 'syndicate');

-- CreateTable
CREATE TABLE "climate_referential" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "measure_depth" SMALLINT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "imported_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "climate_referential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "climate_node" (
    "referential_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT,
    "points" DOUBLE PRECISION NOT NULL,
    "category" "ClimateActionCategory",
    "theme" TEXT,
    "sections" JSONB NOT NULL,

    CONSTRAINT "climate_node_pkey" PRIMARY KEY ("referential_id","number")
);

-- CreateTable
CREATE TABLE "climate_status" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "status" "ClimateStatusKind" NOT NULL,
    "done" DOUBLE PRECISION,
    "planned" DOUBLE PRECISION,
    "not_done" DOUBLE PRECISION,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "climate_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "climate_profile" (
    "collectivity_id" UUID NOT NULL,
    "kind" "ClimateCollectivityKind",
    "population" INTEGER,
    "is_overseas" BOOLEAN NOT NULL DEFAULT false,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "climate_profile_pkey" PRIMARY KEY ("collectivity_id")
);

-- CreateTable
CREATE TABLE "climate_snapshot" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by" UUID,
    "content" JSONB NOT NULL,

    CONSTRAINT "climate_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "climate_referential_collectivity_id_name_idx" ON "climate_referential"("collectivity_id", "name");

-- CreateIndex
CREATE INDEX "climate_status_collectivity_id_node_id_idx" ON "climate_status"("collectivity_id", "node_id");

-- CreateIndex
CREATE INDEX "climate_snapshot_collectivity_id_taken_at_idx" ON "climate_snapshot"("collectivity_id", "taken_at");

-- AddForeignKey
ALTER TABLE "climate_referential" ADD CONSTRAINT "climate_referential_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_node" ADD CONSTRAINT "climate_node_referential_id_fkey" FOREIGN KEY ("referential_id") REFERENCES "climate_referential"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_status" ADD CONSTRAINT "climate_status_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_profile" ADD CONSTRAINT "climate_profile_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "climate_snapshot" ADD CONSTRAINT "climate_snapshot_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One answer, and one referential of a name, count at a time.
ALTER TABLE "climate_status" ADD CONSTRAINT "climate_status_one_current"
    EXCLUDE USING btree ("collectivity_id" WITH =, "node_id" WITH =) WHERE ("superseded_at" IS NULL);
ALTER TABLE "climate_referential" ADD CONSTRAINT "climate_referential_one_current"
    EXCLUDE USING btree ("collectivity_id" WITH =, "name" WITH =) WHERE ("superseded_at" IS NULL);
-- A detail has its three parts, which make up the whole; nothing else has any.
ALTER TABLE "climate_status" ADD CONSTRAINT "climate_status_detail_is_whole" CHECK (
    CASE WHEN "status" = 'detailed'
         THEN "done" IS NOT NULL AND "planned" IS NOT NULL AND "not_done" IS NOT NULL
              AND abs("done" + "planned" + "not_done" - 1) < 0.0001
         ELSE "done" IS NULL AND "planned" IS NULL AND "not_done" IS NULL END);
ALTER TABLE "climate_profile" ADD CONSTRAINT "climate_profile_population_range" CHECK ("population" >= 0);

COMMIT;
