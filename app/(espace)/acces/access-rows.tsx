import type { DataTableRowData } from "@/components/ui/data-table";
import { ROLE_LABELS } from "@/lib/format/role-labels";
import type { TableColumn } from "@/lib/format/table-cells";
import type { AccessBoard } from "@/lib/services/accounts/read-access-board";
import { MemberButtons } from "./member-buttons";

export const MEMBER_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Nom", kind: "text" },
  { key: "email", label: "Adresse électronique", kind: "text" },
  { key: "role", label: "Rôle", kind: "text" },
  { key: "lastSignIn", label: "Dernière connexion", kind: "day" },
  { key: "twoFactor", label: "Second facteur", kind: "text" },
  { key: "state", label: "État", kind: "status" },
];

/** A member, with what may be done about him; nobody changes his own role by mistake. */
export function toMemberRow(
  member: AccessBoard["members"][number],
  collectivityId: string,
  ownId: string,
): DataTableRowData {
  const { userId, name, email, role, lastSignInOn, hasTwoFactor, isActive, mayManage } = member;
  const isOwn = userId === ownId;
  return {
    id: userId,
    cells: {
      name: isOwn ? `${name} (vous)` : name,
      email,
      role: ROLE_LABELS[role],
      lastSignIn: lastSignInOn,
      twoFactor: hasTwoFactor ? "oui" : "non",
      state: isActive ? { text: "actif", tone: "success" as const } : { text: "désactivé", tone: "neutral" as const },
    },
    actions: isOwn ? undefined : (
      <MemberButtons
        collectivityId={collectivityId}
        userId={userId}
        name={name}
        role={role}
        hasTwoFactor={hasTwoFactor}
        isActive={isActive}
        mayManage={mayManage}
      />
    ),
  };
}
