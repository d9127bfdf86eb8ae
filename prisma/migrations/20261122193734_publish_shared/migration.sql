BEGIN;

-- AlterTable
ALTER TABLE "published_month" ADD COLUMN "shows_shared" BOOLEAN;

-- Until now what was shared came with both other figures, and stood on the same holdings. Rows that never change otherwise
-- are told so here, once.
ALTER TABLE "published_month" DISABLE TRIGGER "published_month_immutable";
UPDATE "published_month" SET
  "shows_shared" = "shows_production" AND "shows_withdrawal",
  "holdings" = "holdings" || jsonb_build_object(
    'selfProducers', "holdings"->'producers', 'selfConsumers', "holdings"->'consumers',
    'surplusProducers', "holdings"->'producers', 'complementConsumers', "holdings"->'consumers');
ALTER TABLE "published_month" ENABLE TRIGGER "published_month_immutable";

ALTER TABLE "published_month" ALTER COLUMN "shows_shared" SET NOT NULL;

COMMIT;
