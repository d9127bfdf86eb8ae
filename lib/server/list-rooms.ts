import "server-only";
import { cache } from "react";
import { listMembershipsOfUser, listOperationRolesOfUser } from "@/lib/data/operations";
import { listOwnSpaces } from "@/lib/data/participant-accesses";
import { listReadablePlans, type SignedInUser } from "./access";
import { isGranted } from "./permissions";

/** A room of the application, as the bar at the top names it. */
export type Room =
  | "toDo"
  | "overview"
  | "operations"
  | "climate"
  | "ownSpace"
  | "access"
  | "installation"
  | "accounts"
  | "collectivities"
  | "installationJournal"
  | "journal"
  | "help";

/** The rooms of who is signed in, in the order of the bar: only those in which there is something for him. */
export const listRooms = cache(
  async ({ id, isInstanceAdmin, owesTwoFactor }: SignedInUser): Promise<readonly Room[]> => {
    if (owesTwoFactor) return ["help"];
    if (isInstanceAdmin) return ["installation", "accounts", "collectivities", "installationJournal", "help"];
    const [memberships, operationRoles, plans, spaces] = await Promise.all([
      listMembershipsOfUser(id),
      listOperationRolesOfUser(id),
      listReadablePlans(),
      listOwnSpaces(id),
    ]);
    const ownSpace = spaces.length > 0 ? (["ownSpace"] as const) : [];
    const isParticipantOnly = memberships.length + operationRoles.length + plans.length === 0 && spaces.length > 0;
    if (isParticipantOnly) return [...ownSpace, "help"];
    const roles = [...memberships, ...operationRoles].map(({ role }) => role);
    const writes = roles.some((role) => isGranted(role, "write"));
    const administers = memberships.some(({ role }) => isGranted(role, "administer"));
    const isOfOneOperationOnly = memberships.length === 0 && operationRoles.length > 0;
    const showsPlan = plans.length > 0 || !isOfOneOperationOnly;
    return [
      ...(writes ? ["toDo" as const] : []),
      "overview",
      "operations",
      ...(showsPlan ? ["climate" as const] : []),
      ...ownSpace,
      ...(administers ? (["access", "journal"] as const) : []),
      "help",
    ];
  },
);
