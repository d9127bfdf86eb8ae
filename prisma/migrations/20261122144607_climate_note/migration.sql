BEGIN;

-- CreateTable
CREATE TABLE "climate_note" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "explanation" TEXT,
    "out_reason" TEXT,
    "pilot_user_id" UUID,
    "pilot_service" TEXT,
    "due_day" DATE,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "climate_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "climate_note_collectivity_id_node_id_idx" ON "climate_note"("collectivity_id", "node_id");

-- AddForeignKey
ALTER TABLE "climate_note" ADD CONSTRAINT "climate_note_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One version counts at a time, and says one pilot.
ALTER TABLE "climate_note" ADD CONSTRAINT "climate_note_one_current"
    EXCLUDE USING btree ("collectivity_id" WITH =, "node_id" WITH =) WHERE ("superseded_at" IS NULL);
ALTER TABLE "climate_note" ADD CONSTRAINT "climate_note_one_pilot"
    CHECK ("pilot_user_id" IS NULL OR "pilot_service" IS NULL);

COMMIT;
