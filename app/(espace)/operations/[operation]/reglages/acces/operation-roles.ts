import { ROLE_LABELS, ROLE_PURPOSES } from "@/lib/format/role-labels";

/** The roles one may give in an operation, from the least to the most, each with what it may do. */
export const OPERATION_ROLES = (["elected", "officer", "admin"] as const).map((value) => ({
  value,
  label: `${ROLE_LABELS[value]} : ${ROLE_PURPOSES[value]}`,
}));
