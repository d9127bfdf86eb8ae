import type { TenantChange } from "./tenant-change";

/** Where a change of tenant stands. */
export type TenantChangeState =
  /** Nobody has a contract yet. */
  | "vacant"
  /** The fourteen days run. */
  | "waiting"
  | "refused"
  | "returned"
  | "abandoned";

/** The life of a change of tenant: vacant → waiting → returned, unless it is refused or given up. */
export function tenantChangeState({
  serviceDay,
  refusalDay,
  abandonedDay,
  isReturned,
}: Pick<TenantChange, "serviceDay" | "refusalDay" | "abandonedDay" | "isReturned">): TenantChangeState {
  if (isReturned) return "returned";
  if (refusalDay !== null) return "refused";
  if (abandonedDay !== null) return "abandoned";
  return serviceDay === null ? "vacant" : "waiting";
}
