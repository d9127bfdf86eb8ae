/**
 * What a write did, verb.object: every value of `audit_event.action`.
 *
 * A new one goes here and into lib/format/describe-audit-action.ts, which the compiler then asks for.
 */
export type AuditAction =
  | "apply.annex_2"
  | "cancel.entry"
  | "cancel.exit"
  | "correct.days"
  | "correct.entry"
  | "correct.exit"
  | "create.account"
  | "create.api_key"
  | "create.collectivity"
  | "create.metering_point"
  | "create.operation"
  | "create.participant"
  | "delete.metering_point"
  | "delete.participant"
  | "erase.participant"
  | "export.participant"
  | "fail.measures"
  | "transfer.metering_point"
  | "import.measures"
  | "plan.entry"
  | "plan.exit"
  | "join.consent_document"
  | "record.consent"
  | "refuse.measures"
  | "restrict.participant"
  | "revoke.api_key"
  | "set.coefficients"
  | "settle.period"
  | "update.metering_point"
  | "update.operation"
  | "update.operation_party"
  | "update.participant"
  | "withdraw.consent";

/** What kind of thing an audit event is about: the table of its `objectId`. */
export type AuditObjectType =
  | "api_key"
  | "attachment"
  | "coefficient_key"
  | "collectivity"
  | "consent"
  | "measure_import"
  | "metering_point"
  | "operation"
  | "participant"
  | "perimeter_change"
  | "settlement_run"
  | "user";
