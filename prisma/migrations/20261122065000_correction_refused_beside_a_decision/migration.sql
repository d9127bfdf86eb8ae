BEGIN;

-- What is held to be wrong is corrected like what is absent (art. 5.2.3): whoever wants it to stay missing refuses the
-- correction beside it. Of the two kinds of decision, one at a time holds for an instant of a curve.
ALTER TABLE "measure_decision" DROP CONSTRAINT "measure_decision_one_at_a_time";
ALTER TABLE "measure_decision" ADD CONSTRAINT "measure_decision_one_at_a_time" EXCLUDE USING gist (
  "operation_id" WITH =, "metering_point_id" WITH =, "quantity" WITH =,
  (("kind" = 'leave_missing')::int) WITH =, tstzrange("from_at", "to_at") WITH &&
) WHERE ("released_at" IS NULL);

COMMIT;
