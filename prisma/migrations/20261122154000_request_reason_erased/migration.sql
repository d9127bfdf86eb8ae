BEGIN;

-- Why a request was made, in words of one's own, may name somebody who asks to be forgotten.
CREATE OR REPLACE FUNCTION refuse_request_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    content CONSTANT text[] := ARRAY['wanted_day', 'key_id', 'ground', 'reason'];
BEGIN
    IF to_jsonb(NEW) - content <> to_jsonb(OLD) - content
       OR (OLD."state" NOT IN ('draft', 'anomaly') AND to_jsonb(NEW) - 'reason' <> to_jsonb(OLD) - 'reason') THEN
        RAISE EXCEPTION 'a request only changes while it is written' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

COMMIT;
