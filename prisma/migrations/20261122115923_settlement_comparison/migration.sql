BEGIN;

-- CreateEnum
CREATE TYPE "SettlementComparisonState" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ComparedSource" AS ENUM ('curve', 'energy_file', 'summary', 'detail');

-- CreateTable
CREATE TABLE "settlement_comparison" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "state" "SettlementComparisonState" NOT NULL DEFAULT 'queued',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried" INTEGER NOT NULL DEFAULT 0,
    "computed_at" TIMESTAMPTZ(3),
    "figures_stamp" TEXT,
    "explanation" JSONB,

    CONSTRAINT "settlement_comparison_pkey" PRIMARY KEY ("operation_id","run_id")
);

-- CreateTable
CREATE TABLE "settlement_comparison_figure" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "source" "ComparedSource" NOT NULL,
    "metering_point_id" UUID,
    "consumer_id" UUID,
    "role" "AttachmentRole",
    "quantity" "EnergyQuantity" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "ours_wh" DOUBLE PRECISION,
    "theirs_wh" DOUBLE PRECISION,
    "tolerance_wh" DOUBLE PRECISION NOT NULL,
    "is_different" BOOLEAN NOT NULL,
    "excess_wh" DOUBLE PRECISION NOT NULL,
    "steps" JSONB,

    CONSTRAINT "settlement_comparison_figure_pkey" PRIMARY KEY ("operation_id","run_id","position")
);

-- AddForeignKey
ALTER TABLE "settlement_comparison" ADD CONSTRAINT "settlement_comparison_operation_id_run_id_fkey" FOREIGN KEY ("operation_id", "run_id") REFERENCES "settlement_run"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_comparison_figure" ADD CONSTRAINT "settlement_comparison_figure_operation_id_run_id_fkey" FOREIGN KEY ("operation_id", "run_id") REFERENCES "settlement_comparison"("operation_id", "run_id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
