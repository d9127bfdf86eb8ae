BEGIN;

-- CreateEnum
CREATE TYPE "MeasureDecisionKind" AS ENUM ('value', 'discard', 'leave_missing');

-- CreateEnum
CREATE TYPE "PublishedEnergySource" AS ENUM ('energy_file', 'summary');

-- AlterEnum
ALTER TYPE "ImportStatus" ADD VALUE 'waiting';
ALTER TYPE "ImportStatus" ADD VALUE 'cancelled';

-- AlterTable
ALTER TABLE "measure_import" ADD COLUMN     "answers" JSONB,
ADD COLUMN     "undone_id" UUID;

-- CreateTable
CREATE TABLE "type_token_answer" (
    "operation_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "quantity" "EnergyQuantity" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "type_token_answer_pkey" PRIMARY KEY ("operation_id","token")
);

-- CreateTable
CREATE TABLE "identifier_answer" (
    "operation_id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "identifier_answer_pkey" PRIMARY KEY ("operation_id","identifier")
);

-- CreateTable
CREATE TABLE "measure_decision" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "quantity" "EnergyQuantity" NOT NULL,
    "kind" "MeasureDecisionKind" NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "mean_power_w" DOUBLE PRECISION,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "released_at" TIMESTAMPTZ(3),
    "released_by" UUID,

    CONSTRAINT "measure_decision_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "measure_suspicion" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "quantity" "EnergyQuantity" NOT NULL,
    "kind" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by" UUID,
    "dismissal_reason" TEXT,

    CONSTRAINT "measure_suspicion_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "published_energy" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "metering_point_id" UUID,
    "quantity" "EnergyQuantity" NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "tariff_period" TEXT,
    "source" "PublishedEnergySource" NOT NULL,
    "energy_wh" DOUBLE PRECISION NOT NULL,
    "import_id" UUID NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "published_energy_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "published_share" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "producer_id" UUID NOT NULL,
    "consumer_id" UUID NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "energy_wh" DOUBLE PRECISION NOT NULL,
    "import_id" UUID NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "published_share_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE INDEX "measure_decision_operation_id_metering_point_id_from_at_idx" ON "measure_decision"("operation_id", "metering_point_id", "from_at");

-- CreateIndex
CREATE UNIQUE INDEX "measure_suspicion_operation_id_metering_point_id_quantity_k_key" ON "measure_suspicion"("operation_id", "metering_point_id", "quantity", "kind", "from_day");

-- CreateIndex
CREATE INDEX "published_energy_operation_id_period_from_idx" ON "published_energy"("operation_id", "period_from");

-- CreateIndex
CREATE INDEX "published_share_operation_id_period_from_idx" ON "published_share"("operation_id", "period_from");

-- AddForeignKey
ALTER TABLE "identifier_answer" ADD CONSTRAINT "identifier_answer_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_decision" ADD CONSTRAINT "measure_decision_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_suspicion" ADD CONSTRAINT "measure_suspicion_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_energy" ADD CONSTRAINT "published_energy_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_share" ADD CONSTRAINT "published_share_operation_id_producer_id_fkey" FOREIGN KEY ("operation_id", "producer_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_share" ADD CONSTRAINT "published_share_operation_id_consumer_id_fkey" FOREIGN KEY ("operation_id", "consumer_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "measure_decision" ADD CONSTRAINT "measure_decision_not_empty" CHECK ("to_at" > "from_at");
ALTER TABLE "measure_decision" ADD CONSTRAINT "measure_decision_value_of_its_kind"
  CHECK (("kind" = 'value') = ("mean_power_w" IS NOT NULL) AND "mean_power_w" >= 0 AND "mean_power_w" < 'Infinity');

-- One decision at a time holds for an instant of a curve.
ALTER TABLE "measure_decision" ADD CONSTRAINT "measure_decision_one_at_a_time" EXCLUDE USING gist (
  "operation_id" WITH =, "metering_point_id" WITH =, "quantity" WITH =, tstzrange("from_at", "to_at") WITH &&
) WHERE ("released_at" IS NULL);

-- Reports written before there were figures and questions get the parts that every report has now.
UPDATE "measure_import" i SET "report" = i."report" || jsonb_build_object(
  'questions', '[]'::jsonb,
  'changes', '[]'::jsonb,
  'totals', '{"figureCount": 0, "newFigureCount": 0, "correctedFigureCount": 0}'::jsonb || (i."report" -> 'totals'),
  'files', (
    SELECT coalesce(jsonb_agg(
      jsonb_build_object(
        'key', concat_ws('/', f ->> 'archive', f ->> 'name'),
        'kind', CASE WHEN f ->> 'prm' IS NULL THEN 'unknown' ELSE 'load_curve' END,
        'figureCount', 0, 'newFigureCount', 0, 'correctedFigureCount', 0
      ) || f), '[]'::jsonb)
      FROM jsonb_array_elements(i."report" -> 'files') f
  )
) WHERE i."report" IS NOT NULL;

COMMIT;
