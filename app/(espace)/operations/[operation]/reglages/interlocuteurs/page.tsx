import type { Metadata, Route } from "next";
import type { EntryField } from "@/components/correspondence/entry-field";
import { EntryForm } from "@/components/correspondence/entry-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { PARTY_FIELDS, type PartyField, type PartyRole } from "@/lib/domain/operation/operation-party";
import { describeContact } from "@/lib/format/describe-contact";
import { formatDay } from "@/lib/format/format-date";
import { PARTY_FIELD_LABELS, PARTY_LABELS } from "@/lib/format/operation-labels";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readContactChanges } from "@/lib/services/contacts/read-contact-changes";

export const metadata: Metadata = { title: "Interlocuteurs" };

const ROLES: readonly PartyRole[] = ["correspondent", "agent", "organiser", "signatory", "referent", "dso"];

const TODAY_COLUMNS: readonly TableColumn[] = [
  { key: "role", label: "Interlocuteur", kind: "text" },
  { key: "contact", label: "Compte aujourd’hui", kind: "text" },
  { key: "next", label: "Ensuite", kind: "text" },
];

const HISTORY_COLUMNS: readonly TableColumn[] = [
  { key: "role", label: "Interlocuteur", kind: "text" },
  { key: "contact", label: "Nouvelles coordonnées", kind: "text" },
  { key: "notice", label: "Notifié le", kind: "day" },
  { key: "binding", label: "S’impose à partir du", kind: "day" },
  { key: "state", label: "État", kind: "status" },
];

export default async function ContactsPage({ params }: PageProps<"/operations/[operation]/reglages/interlocuteurs">) {
  const operation = await requireOperation((await params).operation);
  const day = await today();
  const mayWrite = isGranted(operation.role, "write");
  const { parties, changes } = await readContactChanges(operation.id);
  const api = `/api/v1/operations/${operation.sheet.slug}/contact-changes`;
  return (
    <>
      <PageHeader
        title="Interlocuteurs"
        lead="Qui compte aujourd’hui (annexe 3). De nouvelles coordonnées ne s’imposent à l’autre partie que dix jours ouvrés après qu’elle en a été avertie : jusque-là, les anciennes comptent encore (convention, art. 8.10)."
      />
      <DataTable
        caption="Qui compte aujourd’hui, et ensuite"
        columns={TODAY_COLUMNS}
        rows={ROLES.map((role) => {
          const pending = changes.findLast((change) => change.role === role && !change.isApplied);
          return {
            id: role,
            cells: {
              role: PARTY_LABELS[role],
              contact: describeContact(parties[role]),
              next: pending
                ? `à partir du ${formatDay(pending.bindingDay)} : ${describeContact(pending.details)}`
                : null,
            },
          };
        })}
      />
      {mayWrite && (
        <PageSection title="Enregistrer un changement">
          <p>
            Enregistrez-le une fois notifié à l’autre partie ; la lettre à Enedis se télécharge ensuite. Pour corriger
            une faute de frappe, passez par la fiche.
          </p>
          <EntryForm label="Enregistrer un changement" submit="Enregistrer" address={api} fields={fieldsOf(day)} />
        </PageSection>
      )}
      <PageSection title="Changements notifiés">
        <DataTable
          caption="Changements d’interlocuteurs"
          columns={HISTORY_COLUMNS}
          rows={changes.map(({ id, role, details, noticeDay, bindingDay, isApplied }) => ({
            id,
            cells: {
              role: PARTY_LABELS[role],
              contact: describeContact(details),
              notice: noticeDay,
              binding: bindingDay,
              state: isApplied ? { text: "s’impose", tone: "success" } : { text: "pas encore", tone: "info" },
            },
            actions: mayWrite && role !== "dso" && (
              <ButtonLink href={`${api}/${id}/letter` as Route} variant="default" size="xs" download>
                Lettre à Enedis (PDF)
              </ButtonLink>
            ),
          }))}
          empty={
            <EmptyState
              title="Aucun changement n’a été notifié"
              purpose="Chaque changement reste ici avec son jour de notification : il prouve qui comptait quand."
            />
          }
        />
      </PageSection>
    </>
  );
}

/** The fields of the chosen one, as the convention's tables have them. */
function fieldsOf(day: string): readonly EntryField[] {
  const fields = Object.keys(PARTY_FIELD_LABELS) as PartyField[];
  return [
    {
      kind: "choice",
      name: "role",
      label: "Qui change",
      initial: "correspondent",
      options: ROLES.map((value) => ({ value, label: PARTY_LABELS[value] })),
    },
    { kind: "day", name: "noticeDay", label: "Notification reçue le", max: day, initial: day, isRequired: true },
    ...fields.map(
      (name): EntryField => ({
        kind: "text",
        name,
        label: PARTY_FIELD_LABELS[name],
        maxLength: 200,
        onlyWhen: { field: "role", values: ROLES.filter((role) => PARTY_FIELDS[role].includes(name)) },
      }),
    ),
  ];
}
