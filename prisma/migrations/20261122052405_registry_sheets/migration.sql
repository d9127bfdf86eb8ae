BEGIN;

-- CreateEnum
CREATE TYPE "ProximityKind" AS ENUM ('same_building', 'extended', 'derogation');

-- CreateEnum
CREATE TYPE "DerogationBasis" AS ENUM ('rural_and_periurban', 'rural', 'epci');

-- CreateEnum
CREATE TYPE "NetworkZone" AS ENUM ('mainland', 'non_interconnected');

-- CreateEnum
CREATE TYPE "PartyRole" AS ENUM ('organiser', 'referent', 'correspondent', 'signatory', 'agent', 'dso');

-- CreateEnum
CREATE TYPE "ParticipantKind" AS ENUM ('natural', 'legal');

-- CreateEnum
CREATE TYPE "VoltageLevel" AS ENUM ('low', 'medium');

-- CreateEnum
CREATE TYPE "EnergySource" AS ENUM ('solar', 'wind', 'hydro', 'biomass', 'biogas', 'geothermal', 'other_renewable', 'non_renewable');

-- CreateEnum
CREATE TYPE "ExitCause" AS ENUM ('organiser', 'contract_ended', 'contract_suspended');

-- CreateEnum
CREATE TYPE "ConsentKind" AS ENUM ('agreement', 'tenant_information');

-- AlterTable
ALTER TABLE "kept_file" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "operation" ADD COLUMN     "derogation_basis" "DerogationBasis",
ADD COLUMN     "network_zone" "NetworkZone" NOT NULL DEFAULT 'mainland',
ADD COLUMN     "place" TEXT,
ADD COLUMN     "proximity_kind" "ProximityKind";

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_tenant" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "ParticipantKind" NOT NULL DEFAULT 'legal',
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "restricted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "metering_point" ADD COLUMN     "address" TEXT,
ADD COLUMN     "annual_withdrawal_wh" DOUBLE PRECISION,
ADD COLUMN     "energy_source" "EnergySource",
ADD COLUMN     "is_meter_communicating" BOOLEAN,
ADD COLUMN     "is_storage" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "latitude_degrees" DOUBLE PRECISION,
ADD COLUMN     "longitude_degrees" DOUBLE PRECISION,
ADD COLUMN     "meter_number" TEXT,
ADD COLUMN     "subscribed_power_va" INTEGER,
ADD COLUMN     "surface_m2" INTEGER,
ADD COLUMN     "voltage" "VoltageLevel",
ADD COLUMN     "withdrawal_contract" TEXT;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "exit_cause" "ExitCause",
ADD COLUMN     "requested_from_day" DATE,
ADD COLUMN     "requested_to_day" DATE;

-- CreateTable
CREATE TABLE "operation_party" (
    "operation_id" UUID NOT NULL,
    "role" "PartyRole" NOT NULL,
    "organisation_name" TEXT,
    "siret" CHAR(14),
    "legal_form" TEXT,
    "naf_code" TEXT,
    "last_name" TEXT,
    "first_name" TEXT,
    "job_title" TEXT,
    "address" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "phone" TEXT,
    "email" TEXT,

    CONSTRAINT "operation_party_pkey" PRIMARY KEY ("operation_id","role")
);

-- CreateTable
CREATE TABLE "consent" (
    "operation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "metering_point_id" UUID,
    "kind" "ConsentKind" NOT NULL,
    "given_day" DATE NOT NULL,
    "expiry_day" DATE,
    "withdrawn_day" DATE,
    "withdrawal_note" TEXT,
    "participation" BOOLEAN NOT NULL,
    "curve_collection" BOOLEAN NOT NULL,
    "supplier_transmission" BOOLEAN NOT NULL,
    "organiser_transmission" BOOLEAN NOT NULL,
    "file_name" TEXT,
    "sha256" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("operation_id","id")
);

-- CreateIndex
CREATE INDEX "consent_operation_id_participant_id_idx" ON "consent"("operation_id", "participant_id");

-- AddForeignKey
ALTER TABLE "operation_party" ADD CONSTRAINT "operation_party_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_operation_id_participant_id_fkey" FOREIGN KEY ("operation_id", "participant_id") REFERENCES "participant"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_operation_id_metering_point_id_fkey" FOREIGN KEY ("operation_id", "metering_point_id") REFERENCES "metering_point"("operation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_operation_id_sha256_fkey" FOREIGN KEY ("operation_id", "sha256") REFERENCES "kept_file"("operation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who has neither SIRET nor RNA is a resident.
UPDATE "participant" SET "kind" = 'natural' WHERE "legal_id" IS NULL;

-- « E » and a count stand for a PRM that had to be forgotten.
ALTER TABLE "metering_point" DROP CONSTRAINT "metering_point_prm_shape";
ALTER TABLE "metering_point" ADD CONSTRAINT "metering_point_prm_shape" CHECK ("prm" ~ '^([0-9]{14}|E[0-9]{13})$');

ALTER TABLE "metering_point" ADD CONSTRAINT "metering_point_place_on_earth" CHECK (
  ("latitude_degrees" IS NULL) = ("longitude_degrees" IS NULL)
  AND "latitude_degrees" BETWEEN -90 AND 90 AND "longitude_degrees" BETWEEN -180 AND 180
);

ALTER TABLE "operation" ADD CONSTRAINT "operation_derogation_has_basis"
  CHECK ("derogation_basis" IS NULL OR "proximity_kind" = 'derogation');

ALTER TABLE "consent" ADD CONSTRAINT "consent_days_in_order"
  CHECK ("expiry_day" > "given_day" AND "withdrawn_day" >= "given_day");

COMMIT;
