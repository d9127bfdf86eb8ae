import type { MembershipRole } from "@/lib/generated/prisma/enums";

/** In a climate plan there is one more: the auditor, for one audit, from its start to its validation. */
export type PlanRole = MembershipRole | "auditor";

/** What an action needs, from the least to the most. */
export type Permission = "read" | "write" | "administer";

const GRANTED: Readonly<Record<PlanRole, readonly Permission[]>> = {
  admin: ["read", "write", "administer"],
  officer: ["read", "write"],
  elected: ["read"],
  // Nothing of the collectivity, its operations least of all.
  auditor: [],
};

/** What an action needs in a climate plan: to answer is to say how far an action is, and what there is to say of it. */
export type PlanPermission = Permission | "answer" | "validate";

const GRANTED_IN_PLAN: Readonly<Record<PlanRole, readonly PlanPermission[]>> = {
  admin: ["read", "answer", "write", "administer"],
  officer: ["read", "answer", "write"],
  elected: ["read"],
  auditor: ["read", "answer", "validate"],
};

/** What each role of a collectivity may do; the README shows the same table. */
export function isGranted(role: PlanRole, permission: Permission): boolean {
  return GRANTED[role].includes(permission);
}

/** What each role may do in a climate plan that no audit keeps from it. */
export function isGrantedInPlan(role: PlanRole, permission: PlanPermission): boolean {
  return GRANTED_IN_PLAN[role].includes(permission);
}

/** What concerns the whole collectivity – its logo, its factors – is not for somebody of one of its operations only. */
export function isGrantedInCollectivity(
  { collectivity }: { readonly collectivity: { readonly role: MembershipRole | null } },
  permission: Permission,
): boolean {
  return collectivity.role !== null && isGranted(collectivity.role, permission);
}
