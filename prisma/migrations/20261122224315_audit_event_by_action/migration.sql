BEGIN;

-- CreateIndex
CREATE INDEX "audit_event_operation_id_action_at_idx" ON "audit_event"("operation_id", "action", "at");

COMMIT;
