import type { DataTableRowData } from "@/components/ui/data-table";
import { describeInvitation } from "@/lib/format/describe-invitation";
import { describeMailFailure } from "@/lib/format/mail-failures";
import type { StatusTone, TableColumn } from "@/lib/format/table-cells";
import type { WaitingLink } from "@/lib/services/accounts/read-access-board";
import { LinkButtons } from "./link-buttons";

export const WAITING_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Nom", kind: "text" },
  { key: "email", label: "Adresse électronique", kind: "text" },
  { key: "what", label: "Pour", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "expires", label: "Jusqu’au", kind: "instantMs" },
];

const STATES: Readonly<Record<WaitingLink["state"], { readonly text: string; readonly tone: StatusTone }>> = {
  waiting: { text: "personne n’a encore le lien", tone: "warning" },
  sent: { text: "envoyé", tone: "info" },
  handed_over: { text: "lien à remettre créé", tone: "info" },
  failed: { text: "non envoyé", tone: "danger" },
};

/** What somebody was sent, or waits to be given. */
export function toWaitingRow(link: WaitingLink, isMailOn: boolean): DataTableRowData {
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

function describePurpose(link: WaitingLink): string {
  if (link.kind === "password") return "un nouveau mot de passe, demandé par cette personne";
  if (link.kind === "email") return "une nouvelle adresse, demandée par cette personne";
  return `invitation comme ${describeInvitation(link)}`;
}
