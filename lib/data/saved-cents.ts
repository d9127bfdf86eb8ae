/** SQL: what the consumers of the run `r` pay less with the operation; null while a price of one of them lacks. [cents] */
export const SAVED_CENTS = `(
  SELECT CASE WHEN count(*) = count(rm.saved_cents) THEN sum(rm.saved_cents)::int END
    FROM run_money rm WHERE rm.operation_id = r.operation_id AND rm.run_id = r.id AND rm.role = 'consumer')`;
