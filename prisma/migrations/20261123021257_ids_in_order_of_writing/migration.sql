BEGIN;

-- A UUID of version 7 whose next twelve bits are the microsecond: rows of one millisecond sort as they were written.
-- RFC 9562, 6.2, method 3. PostgreSQL has its own from version 18 on.
CREATE FUNCTION ordered_uuid() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(us / 1000), 12, '0') || '7' || lpad(to_hex(us % 1000 * 4096 / 1000), 3, '0')
            || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid
      FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS us) AS written
$$;

-- AlterTable
ALTER TABLE "climate_note" ALTER COLUMN "id" SET DEFAULT ordered_uuid();

-- AlterTable
ALTER TABLE "climate_status" ALTER COLUMN "id" SET DEFAULT ordered_uuid();

-- AlterTable
ALTER TABLE "audit_event" ALTER COLUMN "id" SET DEFAULT ordered_uuid();

COMMIT;
