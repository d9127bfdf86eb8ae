BEGIN;

-- DropIndex
DROP INDEX "consultation_user_id_object_type_object_id_day_key";

-- CreateIndex
CREATE UNIQUE INDEX "consultation_user_id_via_object_type_object_id_day_key" ON "consultation"("user_id", "via", "object_type", "object_id", "day");

COMMIT;
