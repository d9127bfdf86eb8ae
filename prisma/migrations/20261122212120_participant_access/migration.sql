BEGIN;

-- CreateTable
CREATE TABLE "participant_access" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "participant_access_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "participant_access_user_id_idx" ON "participant_access"("user_id");

-- CreateIndex
CREATE INDEX "participant_access_operation_id_participant_id_idx" ON "participant_access"("operation_id", "participant_id");

-- AddForeignKey
ALTER TABLE "participant_access" ADD CONSTRAINT "participant_access_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant_access" ADD CONSTRAINT "participant_access_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here: what the Prisma schema cannot say.

ALTER TABLE "participant_access" ADD CONSTRAINT "participant_access_one_current"
    EXCLUDE USING btree ("operation_id" WITH =, "participant_id" WITH =, "user_id" WITH =) WHERE ("ended_at" IS NULL);
ALTER TABLE "participant_access" ADD CONSTRAINT "participant_access_ends_after"
    CHECK ("ended_at" >= "created_at" AND ("ended_by" IS NULL OR "ended_at" IS NOT NULL));

-- It ends once; given again, it is another row.
CREATE FUNCTION refuse_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."ended_at" IS NOT NULL OR NEW."ended_at" IS NULL
        OR to_jsonb(NEW) - 'ended_at' - 'ended_by' IS DISTINCT FROM to_jsonb(OLD) - 'ended_at' - 'ended_by' THEN
        RAISE EXCEPTION 'a participant''s access is only ended, once' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "participant_access_ended_once" BEFORE UPDATE ON "participant_access"
    FOR EACH ROW EXECUTE FUNCTION refuse_access_change();
CREATE TRIGGER "participant_access_not_deleted" BEFORE DELETE ON "participant_access"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "participant_access_not_of_instance_admin" BEFORE INSERT ON "participant_access"
    FOR EACH ROW EXECUTE FUNCTION refuse_right_of_instance_admin('user_id');

COMMIT;
