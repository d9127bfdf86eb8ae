import type { MembershipRole } from "@/lib/generated/prisma/enums";

/** What an action needs, from the least to the most. */
export type Permission = "read" | "write" | "administer";

const GRANTED: Readonly<Record<MembershipRole, readonly Permission[]>> = {
  admin: ["read", "write", "administer"],
  officer: ["read", "write"],
  elected: ["read"],
};

/** What each role of a collectivity may do; the README shows the same table. */
export function isGranted(role: MembershipRole, permission: Permission): boolean {
  return GRANTED[role].includes(permission);
}
