BEGIN;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "deactivated_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_instance_admin" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rightless_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "operation_role" (
    "operation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operation_role_pkey" PRIMARY KEY ("operation_id","user_id")
);

-- CreateIndex
CREATE INDEX "operation_role_user_id_idx" ON "operation_role"("user_id");

-- AddForeignKey
ALTER TABLE "operation_role" ADD CONSTRAINT "operation_role_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_role" ADD CONSTRAINT "operation_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An account that was erased opens nothing.
ALTER TABLE "user" ADD CONSTRAINT "user_erased_is_deactivated" CHECK ("erased_at" IS NULL OR "deactivated_at" IS NOT NULL);

-- Who manages the installation has no other right. Both triggers wait for each other on the row of the user, so that two
-- transactions cannot each give one of the two.
CREATE FUNCTION refuse_right_of_instance_admin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_admin boolean;
BEGIN
    SELECT u."is_instance_admin" INTO is_admin FROM "user" u
     WHERE u."id" = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid FOR SHARE;
    IF is_admin THEN
        RAISE EXCEPTION 'the administrator of the instance has no other right' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "membership_not_of_instance_admin" BEFORE INSERT OR UPDATE ON "membership"
    FOR EACH ROW EXECUTE FUNCTION refuse_right_of_instance_admin('user_id');
CREATE TRIGGER "operation_role_not_of_instance_admin" BEFORE INSERT OR UPDATE ON "operation_role"
    FOR EACH ROW EXECUTE FUNCTION refuse_right_of_instance_admin('user_id');
CREATE TRIGGER "climate_audit_not_of_instance_admin" BEFORE INSERT OR UPDATE OF "auditor_id" ON "climate_audit"
    FOR EACH ROW WHEN (NEW."auditor_id" IS NOT NULL) EXECUTE FUNCTION refuse_right_of_instance_admin('auditor_id');

CREATE FUNCTION refuse_instance_admin_with_rights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    has_rights boolean;
BEGIN
    has_rights := EXISTS (SELECT FROM "membership" WHERE "user_id" = NEW."id")
        OR EXISTS (SELECT FROM "operation_role" WHERE "user_id" = NEW."id")
        OR EXISTS (SELECT FROM "climate_audit" WHERE "auditor_id" = NEW."id" AND "closed_at" IS NULL);
    -- The accesses of participants are a table of another migration.
    IF NOT has_rights AND to_regclass('participant_access') IS NOT NULL THEN
        EXECUTE 'SELECT EXISTS (SELECT FROM participant_access WHERE user_id = $1 AND ended_at IS NULL)'
           INTO has_rights USING NEW."id";
    END IF;
    IF has_rights THEN
        RAISE EXCEPTION 'the administrator of the instance has no other right' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "user_instance_admin_without_rights" BEFORE INSERT OR UPDATE OF "is_instance_admin" ON "user"
    FOR EACH ROW WHEN (NEW."is_instance_admin") EXECUTE FUNCTION refuse_instance_admin_with_rights();

COMMIT;
