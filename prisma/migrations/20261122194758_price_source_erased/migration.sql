BEGIN;

-- Where a price comes from, in words of one's own, may name somebody who asks to be forgotten.
CREATE FUNCTION refuse_price_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ends CONSTANT text[] := ARRAY['superseded_at', 'superseded_by'];
BEGIN
    IF to_jsonb(NEW) - 'source' <> to_jsonb(OLD) - 'source'
       AND (OLD."superseded_at" IS NOT NULL OR to_jsonb(NEW) - ends <> to_jsonb(OLD) - ends) THEN
        RAISE EXCEPTION 'a price that was told does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER "price_entry_append_only" BEFORE UPDATE ON "price_entry"
    FOR EACH ROW EXECUTE FUNCTION refuse_price_change();

COMMIT;
