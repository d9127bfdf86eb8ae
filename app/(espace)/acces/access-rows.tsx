import type { DataTableRowData } from "@/components/ui/data-table";
import { describeInvitation } from "@/lib/format/describe-invitation";
import { describeMailFailure } from "@/lib/format/mail-failures";
import { ROLE_LABELS } from "@/lib/format/role-labels";
import type { StatusTone, TableColumn } from "@/lib/format/table-cells";
import type { AccessBoard } from "@/lib/services/accounts/read-access-board";
import { LinkButtons } from "./link-buttons";
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
  const { userId, name, email, role, lastSignInOn, hasTwoFactor, isActive } = member;
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
      />
    ),
  };
}

export const WAITING_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Nom", kind: "text" },
  { key: "email", label: "Adresse électronique", kind: "text" },
  { key: "what", label: "Pour", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "expires", label: "Jusqu’au", kind: "instantMs" },
];

type Waiting = AccessBoard["waiting"][number];

const STATES: Readonly<Record<Waiting["state"], { readonly text: string; readonly tone: StatusTone }>> = {
  waiting: { text: "personne n’a encore le lien", tone: "warning" },
  sent: { text: "envoyé", tone: "info" },
  handed_over: { text: "lien à remettre créé", tone: "info" },
  failed: { text: "non envoyé", tone: "danger" },
};

/** What somebody was sent, or waits to be given. */
export function toWaitingRow(link: Waiting, isMailOn: boolean): DataTableRowData {
  const { id, name, email, state, failure, expiresAt, mayManage } = link;
  const { text, tone } = STATES[state];
  const words = state === "waiting" && isMailOn ? "envoi en cours" : text;
  return {
    id,
    cells: {
      name,
      email,
      what: describePurpose(link),
      state: { text: failure === null ? words : `${words}. ${describeMailFailure(failure)}`, tone },
      expires: expiresAt.getTime(),
    },
    actions: mayManage ? <LinkButtons linkId={id} name={name} isMailOn={isMailOn} /> : undefined,
  };
}

function describePurpose(link: Waiting): string {
  if (link.kind === "password") return "un nouveau mot de passe, demandé par cette personne";
  if (link.kind === "email") return "une nouvelle adresse, demandée par cette personne";
  return `invitation comme ${describeInvitation(link)}`;
}
