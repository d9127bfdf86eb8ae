BEGIN;

-- CreateIndex
CREATE INDEX "climate_note_collectivity_id_written_at_id_idx" ON "climate_note"("collectivity_id", "written_at", "id");

-- CreateIndex
CREATE INDEX "climate_status_collectivity_id_answered_at_id_idx" ON "climate_status"("collectivity_id", "answered_at", "id");

COMMIT;
