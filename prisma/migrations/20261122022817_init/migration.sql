BEGIN;

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('admin', 'officer', 'elected');

-- CreateEnum
CREATE TYPE "AuditVia" AS ENUM ('session', 'api_key', 'job', 'cli');

-- CreateEnum
CREATE TYPE "EnergyQuantity" AS ENUM ('withdrawal', 'injection', 'self_consumed', 'self_produced', 'surplus', 'complement');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('queued', 'running', 'done', 'refused', 'failed');

-- CreateEnum
CREATE TYPE "AttachmentRole" AS ENUM ('consumer', 'producer');

-- CreateEnum
CREATE TYPE "CoefficientKind" AS ENUM ('static', 'dynamic_simple', 'dynamic_full', 'default');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "config_id" TEXT NOT NULL DEFAULT 'default',
    "name" TEXT,
    "start" TEXT,
    "prefix" TEXT,
    "key" TEXT NOT NULL,
    "reference_id" TEXT NOT NULL,
    "refill_interval" INTEGER,
    "refill_amount" INTEGER,
    "last_refill_at" TIMESTAMPTZ(3),
    "enabled" BOOLEAN DEFAULT true,
    "rate_limit_enabled" BOOLEAN DEFAULT true,
    "rate_limit_time_window" INTEGER,
    "rate_limit_max" INTEGER,
    "request_count" INTEGER DEFAULT 0,
    "remaining" INTEGER,
    "last_request" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "permissions" TEXT,
    "metadata" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collectivity" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collectivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "collectivity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("collectivity_id","user_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID,
    "operation_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_user_id" UUID,
    "via" "AuditVia" NOT NULL,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "load_curve_day" (
    "operation_id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "quantity" "EnergyQuantity" NOT NULL,
    "day" DATE NOT NULL,
    "version" SMALLINT NOT NULL,
    "step_minutes" SMALLINT NOT NULL,
    "energy_wh" BYTEA NOT NULL,
    "total_wh" DOUBLE PRECISION NOT NULL,
    "missing_count" SMALLINT NOT NULL,
    "import_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "load_curve_day_pkey" PRIMARY KEY ("operation_id","metering_point_id","quantity","day","version")
);

-- CreateTable
CREATE TABLE "measure_import" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" "ImportStatus" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "via" "AuditVia" NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "files_done" INTEGER NOT NULL DEFAULT 0,
    "files_total" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "changed_from" DATE,
    "changed_to" DATE,

    CONSTRAINT "measure_import_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "measure_import_file" (
    "operation_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,

    CONSTRAINT "measure_import_file_pkey" PRIMARY KEY ("operation_id","import_id","position")
);

-- CreateTable
CREATE TABLE "imported_curve" (
    "operation_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "import_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "imported_curve_pkey" PRIMARY KEY ("operation_id","subject","sha256")
);

-- CreateTable
CREATE TABLE "kept_file" (
    "operation_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "is_gzipped" BOOLEAN NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_file_pkey" PRIMARY KEY ("operation_id","sha256")
);

-- CreateTable
CREATE TABLE "operation" (
    "id" UUID NOT NULL,
    "collectivity_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "acc_number" CHAR(11),
    "name" TEXT NOT NULL,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "start_day" DATE NOT NULL,
    "monthly_anniversary_day" SMALLINT NOT NULL,
    "step_minutes" SMALLINT NOT NULL DEFAULT 30,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "metering_point" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "prm" CHAR(14) NOT NULL,
    "name" TEXT NOT NULL,
    "peak_power_w" INTEGER,
    "injection_contract" CHAR(10),

    CONSTRAINT "metering_point_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "prm" CHAR(14) NOT NULL,
    "role" "AttachmentRole" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "coefficient_key" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "CoefficientKind" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "coefficient_key_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "static_coefficient" (
    "operation_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "ppm" INTEGER NOT NULL,

    CONSTRAINT "static_coefficient_pkey" PRIMARY KEY ("operation_id","key_id","metering_point_id")
);

-- CreateTable
CREATE TABLE "settlement_run" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "version" SMALLINT NOT NULL,
    "step_minutes" SMALLINT NOT NULL,
    "engine_version" TEXT NOT NULL,
    "input_fingerprint" BYTEA NOT NULL,
    "rules" JSONB NOT NULL,
    "corrected_steps" INTEGER NOT NULL,
    "production_wh" DOUBLE PRECISION NOT NULL,
    "withdrawal_wh" DOUBLE PRECISION NOT NULL,
    "self_consumed_wh" DOUBLE PRECISION NOT NULL,
    "surplus_wh" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "settlement_run_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateTable
CREATE TABLE "settlement_run_point" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "role" "AttachmentRole" NOT NULL,
    "energy_wh" DOUBLE PRECISION NOT NULL,
    "shared_wh" DOUBLE PRECISION NOT NULL,
    "corrected_steps" INTEGER NOT NULL,

    CONSTRAINT "settlement_run_point_pkey" PRIMARY KEY ("operation_id","run_id","metering_point_id","role")
);

-- CreateTable
CREATE TABLE "settlement_run_pair" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "producer_id" UUID NOT NULL,
    "consumer_id" UUID NOT NULL,
    "energy_wh" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "settlement_run_pair_pkey" PRIMARY KEY ("operation_id","run_id","producer_id","consumer_id")
);

-- CreateTable
CREATE TABLE "settlement_run_day" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "production_wh" BYTEA NOT NULL,
    "withdrawal_wh" BYTEA NOT NULL,
    "self_consumed_wh" BYTEA NOT NULL,

    CONSTRAINT "settlement_run_day_pkey" PRIMARY KEY ("operation_id","run_id","day")
);

-- CreateTable
CREATE TABLE "settlement_run_point_day" (
    "operation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "role" "AttachmentRole" NOT NULL,
    "day" DATE NOT NULL,
    "energy_wh" BYTEA NOT NULL,
    "shared_wh" BYTEA NOT NULL,
    "origins" BYTEA,

    CONSTRAINT "settlement_run_point_day_pkey" PRIMARY KEY ("operation_id","run_id","metering_point_id","role","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "api_key_config_id_idx" ON "api_key"("config_id");

-- CreateIndex
CREATE INDEX "api_key_reference_id_idx" ON "api_key"("reference_id");

-- CreateIndex
CREATE INDEX "api_key_key_idx" ON "api_key"("key");

-- CreateIndex
CREATE UNIQUE INDEX "collectivity_slug_key" ON "collectivity"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "audit_event_operation_id_at_idx" ON "audit_event"("operation_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_collectivity_id_at_idx" ON "audit_event"("collectivity_id", "at");

-- CreateIndex
CREATE INDEX "load_curve_day_operation_id_import_id_idx" ON "load_curve_day"("operation_id", "import_id");

-- CreateIndex
CREATE INDEX "measure_import_operation_id_created_at_idx" ON "measure_import"("operation_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "operation_slug_key" ON "operation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "operation_acc_number_key" ON "operation"("acc_number");

-- CreateIndex
CREATE INDEX "operation_collectivity_id_idx" ON "operation"("collectivity_id");

-- CreateIndex
CREATE UNIQUE INDEX "metering_point_operation_id_prm_key" ON "metering_point"("operation_id", "prm");

-- CreateIndex
CREATE INDEX "attachment_operation_id_metering_point_id_idx" ON "attachment"("operation_id", "metering_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "settlement_run_operation_id_period_from_version_key" ON "settlement_run"("operation_id", "period_from", "version");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_import" ADD CONSTRAINT "measure_import_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_import_file" ADD CONSTRAINT "measure_import_file_operation_id_import_id_fkey" FOREIGN KEY ("operation_id", "import_id") REFERENCES "measure_import"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_import_file" ADD CONSTRAINT "measure_import_file_operation_id_sha256_fkey" FOREIGN KEY ("operation_id", "sha256") REFERENCES "kept_file"("operation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation" ADD CONSTRAINT "operation_collectivity_id_fkey" FOREIGN KEY ("collectivity_id") REFERENCES "collectivity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metering_point" ADD CONSTRAINT "metering_point_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metering_point" ADD CONSTRAINT "metering_point_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coefficient_key" ADD CONSTRAINT "coefficient_key_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "static_coefficient" ADD CONSTRAINT "static_coefficient_operation_id_key_id_fkey" FOREIGN KEY ("operation_id", "key_id") REFERENCES "coefficient_key"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_run" ADD CONSTRAINT "settlement_run_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_run_point" ADD CONSTRAINT "settlement_run_point_operation_id_run_id_fkey" FOREIGN KEY ("operation_id", "run_id") REFERENCES "settlement_run"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here: what the Prisma schema cannot say.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A PRM takes part in one operation at a time (convention, art. 2 and 3.1)...
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_operation_at_a_time"
    EXCLUDE USING gist ("prm" WITH =, "operation_id" WITH <>, daterange("from_day", "to_day") WITH &&);
-- ... and stands at most once in each list of it.
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_once_per_role"
    EXCLUDE USING gist ("operation_id" WITH =, "prm" WITH =, "role" WITH =, daterange("from_day", "to_day") WITH &&);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_not_empty" CHECK ("to_day" > "from_day");

ALTER TABLE "coefficient_key" ADD CONSTRAINT "coefficient_key_one_per_day"
    EXCLUDE USING gist ("operation_id" WITH =, daterange("from_day", "to_day") WITH &&) WHERE ("superseded_at" IS NULL);
ALTER TABLE "coefficient_key" ADD CONSTRAINT "coefficient_key_not_empty" CHECK ("to_day" > "from_day");
ALTER TABLE "static_coefficient" ADD CONSTRAINT "static_coefficient_ppm_range" CHECK ("ppm" BETWEEN 0 AND 1000000);

ALTER TABLE "operation" ADD CONSTRAINT "operation_acc_number_shape" CHECK ("acc_number" ~ '^ACC[0-9]{8}$');
ALTER TABLE "operation" ADD CONSTRAINT "operation_anniversary_range" CHECK ("monthly_anniversary_day" BETWEEN 1 AND 31);
ALTER TABLE "operation" ADD CONSTRAINT "operation_step_divides_the_hour" CHECK ("step_minutes" IN (5, 10, 15, 30, 60));
ALTER TABLE "metering_point" ADD CONSTRAINT "metering_point_prm_shape" CHECK ("prm" ~ '^[0-9]{14}$');

-- One current version of a day. Deferred, because a correction writes the new version before it dates the old one.
ALTER TABLE "load_curve_day" ADD CONSTRAINT "load_curve_day_one_current"
    EXCLUDE USING btree ("operation_id" WITH =, "metering_point_id" WITH =, "quantity" WITH =, "day" WITH =)
    WHERE ("superseded_at" IS NULL) DEFERRABLE INITIALLY DEFERRED;
-- A day belongs to a metering point and goes with it. A foreign key says the same but asks for each of the rows of an
-- import, a third of what writing them costs; this asks once for each metering point, under the same lock.
CREATE FUNCTION require_metering_points() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT "operation_id", "metering_point_id" FROM written) w
                LEFT JOIN LATERAL (SELECT p."id" FROM "metering_point" p
                                    WHERE p."operation_id" = w."operation_id" AND p."id" = w."metering_point_id"
                                      FOR KEY SHARE) known ON true
                WHERE known."id" IS NULL) THEN
        RAISE EXCEPTION 'a day of an unknown metering point' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "load_curve_day_of_metering_point" AFTER INSERT ON "load_curve_day"
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION require_metering_points();
CREATE FUNCTION delete_load_curve() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "load_curve_day" WHERE "operation_id" = OLD."operation_id" AND "metering_point_id" = OLD."id";
    RETURN NULL;
END
$$;
CREATE TRIGGER "metering_point_delete_load_curve" AFTER DELETE ON "metering_point"
    FOR EACH ROW EXECUTE FUNCTION delete_load_curve();

-- Received compressed or compressed here: the server would try again, in vain.
ALTER TABLE "kept_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- History is append-only, whoever writes.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE ON "audit_event"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_immutable" BEFORE UPDATE ON "settlement_run"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_point_immutable" BEFORE UPDATE ON "settlement_run_point"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_pair_immutable" BEFORE UPDATE ON "settlement_run_pair"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_day_immutable" BEFORE UPDATE ON "settlement_run_day"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_point_day_immutable" BEFORE UPDATE ON "settlement_run_point_day"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Nor is a run deleted by itself: inside a cascade from its operation, and only there, this trigger is in another one.
CREATE TRIGGER "settlement_run_not_deleted" BEFORE DELETE ON "settlement_run"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_point_not_deleted" BEFORE DELETE ON "settlement_run_point"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_pair_not_deleted" BEFORE DELETE ON "settlement_run_pair"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_day_not_deleted" BEFORE DELETE ON "settlement_run_day"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "settlement_run_point_day_not_deleted" BEFORE DELETE ON "settlement_run_point_day"
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

COMMIT;
