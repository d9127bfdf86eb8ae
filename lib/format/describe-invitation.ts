import type { AccessRole } from "@/lib/domain/access/access-role";
import { ROLE_LABELS } from "./role-labels";

export type DescribedInvitation = {
  readonly targetKind: "collectivity" | "operation" | "participant" | "installation" | "auditor" | null;
  /** The collectivity or the operation. */
  readonly targetName: string | null;
  readonly role: AccessRole | null;
};

/** What an invitation opens: « administrateur de Commune d’Exemple ». */
export function describeInvitation({ targetKind, targetName, role }: DescribedInvitation): string {
  const name = targetName ?? "";
  switch (targetKind) {
    case "collectivity":
      return `${role ? ROLE_LABELS[role] : "membre"} de la collectivité «\u00a0${name}\u00a0»`;
    case "operation":
      return `${role ? ROLE_LABELS[role] : "membre"} de l’opération «\u00a0${name}\u00a0»`;
    case "participant":
      return `participant de l’opération «\u00a0${name}\u00a0», pour y lire vos propres données`;
    case "auditor":
      return `auditeur du plan climat de «\u00a0${name}\u00a0»`;
    default:
      return ROLE_LABELS.instance;
  }
}
