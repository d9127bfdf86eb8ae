/**
 * What the migrations have and the Prisma schema cannot say. Whoever writes such a line in a migration adds its name
 * here: `node prisma/migrate.mjs check` refuses an object that is neither in the schema nor on this list, and a line
 * of this list that no migration makes.
 */
export const HAND_WRITTEN = [
  "constraint attachment.attachment_not_empty",
  "constraint attachment.attachment_once_per_role",
  "constraint attachment.attachment_one_operation_at_a_time",
  "constraint coefficient_key.coefficient_key_not_empty",
  "constraint coefficient_key.coefficient_key_one_per_day",
  "constraint consent.consent_days_in_order",
  "constraint load_curve_day.load_curve_day_one_current",
  "constraint metering_point.metering_point_place_on_earth",
  "constraint metering_point.metering_point_prm_shape",
  "constraint operation.operation_acc_number_shape",
  "constraint operation.operation_anniversary_range",
  "constraint operation.operation_derogation_has_basis",
  "constraint operation.operation_step_divides_the_hour",
  "constraint static_coefficient.static_coefficient_ppm_range",
  "extension btree_gist",
  "function delete_load_curve()",
  "function refuse_change()",
  "function require_metering_points()",
  "trigger audit_event.audit_event_append_only",
  "trigger load_curve_day.load_curve_day_of_metering_point",
  "trigger metering_point.metering_point_delete_load_curve",
  "trigger settlement_run.settlement_run_immutable",
  "trigger settlement_run.settlement_run_not_deleted",
  "trigger settlement_run_day.settlement_run_day_immutable",
  "trigger settlement_run_day.settlement_run_day_not_deleted",
  "trigger settlement_run_pair.settlement_run_pair_immutable",
  "trigger settlement_run_pair.settlement_run_pair_not_deleted",
  "trigger settlement_run_point.settlement_run_point_immutable",
  "trigger settlement_run_point.settlement_run_point_not_deleted",
  "trigger settlement_run_point_day.settlement_run_point_day_immutable",
  "trigger settlement_run_point_day.settlement_run_point_day_not_deleted",
];
