BEGIN;

-- CreateTable
CREATE TABLE "audit_event_collectivity" (
    "collectivity_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "audit_event_collectivity_pkey" PRIMARY KEY ("collectivity_id","at","event_id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "operation_id" UUID,
    "user_id" UUID NOT NULL,
    "via" "AuditVia" NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consultation_collectivity_id_at_idx" ON "consultation"("collectivity_id", "at");

-- CreateIndex
CREATE INDEX "consultation_operation_id_at_idx" ON "consultation"("operation_id", "at");

-- CreateIndex
CREATE INDEX "consultation_object_id_at_idx" ON "consultation"("object_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_user_id_object_type_object_id_day_key" ON "consultation"("user_id", "object_type", "object_id", "day");

-- CreateIndex
CREATE INDEX "audit_event_operation_id_actor_user_id_at_idx" ON "audit_event"("operation_id", "actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_object_id_at_idx" ON "audit_event"("object_id", "at");

-- What belongs to no operation is what an installation looks through: accounts, sessions, keys, collectivities.
CREATE INDEX "audit_event_outside_operations" ON "audit_event"("at", "id") WHERE "operation_id" IS NULL;

-- An event of neither an operation nor a collectivity is about a person: it belongs to every collectivity he is of then.
CREATE FUNCTION place_account_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    concerned uuid := CASE WHEN NEW."object_type" = 'user' AND NEW."object_id" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                           THEN NEW."object_id"::uuid ELSE NEW."actor_user_id" END;
BEGIN
    INSERT INTO "audit_event_collectivity" ("collectivity_id", "at", "event_id")
    SELECT "collectivity_id", NEW."at", NEW."id" FROM "membership" WHERE "user_id" = concerned
    UNION
    SELECT o."collectivity_id", NEW."at", NEW."id" FROM "operation_role" r JOIN "operation" o ON o."id" = r."operation_id"
     WHERE r."user_id" = concerned
    UNION
    SELECT o."collectivity_id", NEW."at", NEW."id" FROM "participant_access" a JOIN "operation" o ON o."id" = a."operation_id"
     WHERE a."user_id" = concerned AND a."ended_at" IS NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER "audit_event_of_an_account" AFTER INSERT ON "audit_event"
    FOR EACH ROW WHEN (NEW."operation_id" IS NULL AND NEW."collectivity_id" IS NULL) EXECUTE FUNCTION place_account_event();

-- Those that are there already: by what their people are of today. The events themselves stay as they are.
INSERT INTO "audit_event_collectivity" ("collectivity_id", "at", "event_id")
SELECT m."collectivity_id", e."at", e."id" FROM "audit_event" e
  JOIN "membership" m ON m."user_id" = CASE WHEN e."object_type" = 'user'
                                             AND e."object_id" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                            THEN e."object_id"::uuid ELSE e."actor_user_id" END
 WHERE e."operation_id" IS NULL AND e."collectivity_id" IS NULL;

-- Deleting is for the purge alone: the application has no right to it.
CREATE TRIGGER "consultation_immutable" BEFORE UPDATE ON "consultation"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Runs as the owner of the table, whoever calls it, and can take away nothing of the last twelve months.
CREATE FUNCTION purge_consultations() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    purged bigint;
BEGIN
    DELETE FROM consultation WHERE day < (now() AT TIME ZONE 'Europe/Paris')::date - interval '12 months';
    GET DIAGNOSTICS purged = ROW_COUNT;
    RETURN purged;
END
$$;

COMMIT;
