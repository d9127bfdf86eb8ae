import type { Metadata, Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { ROLE_LABELS } from "@/lib/format/role-labels";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isMailOn } from "@/lib/server/installation";
import { isGranted, isGrantedInCollectivity } from "@/lib/server/permissions";
import { type ReadOperationAccess, readOperationAccess } from "@/lib/services/access/read-operation-access";
import { OperationInvitationForm } from "./operation-invitation-form";
import { OperationRoleForm } from "./operation-role-form";

export const metadata: Metadata = { title: "Accès" };

const PEOPLE_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Personne", kind: "text" },
  { key: "role", label: "Peut agir comme", kind: "text" },
  { key: "collectivity", label: "Par la collectivité", kind: "text" },
  { key: "operation", label: "Dans cette opération", kind: "text" },
  { key: "state", label: "Compte", kind: "status" },
];

const ADDRESS_COLUMN: TableColumn = { key: "email", label: "Adresse électronique", kind: "text" };

const PARTICIPANT_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Participant", kind: "text" },
  { key: "since", label: "Espace ouvert le", kind: "instantMs" },
];

/** Who has access to this operation, and why; addresses are for who administers the collectivity, whose members these are. */
export default async function AccessPage({ params }: PageProps<"/operations/[operation]/reglages/acces">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const { people, participants } = await readOperationAccess(operation);
  const mayAdminister = isGranted(operation.role, "administer");
  const seesAddresses = isGrantedInCollectivity(operation, "administer");
  return (
    <>
      <PageHeader
        title="Accès"
        breadcrumb={[{ label: "Fiche de l’opération", href: `/operations/${slug}/reglages` as Route }]}
        lead="Qui a accès à cette opération, et pourquoi. Un rôle de la collectivité vaut dans toutes ses opérations ; un rôle donné ici ne vaut qu’ici, et le plus haut des deux compte."
      />
      <DataTable
        caption="Personnes qui ont accès à l’opération"
        columns={seesAddresses ? [...PEOPLE_COLUMNS, ADDRESS_COLUMN] : PEOPLE_COLUMNS}
        rows={people.map((person) => toRow(person, seesAddresses))}
      />
      {mayAdminister && (
        <PageSection title="Donner, changer ou retirer un rôle">
          <p>
            Un rôle plus bas que celui de la collectivité ne retire rien. Il reste toujours un administrateur : le
            dernier ne se retire pas.
          </p>
          <OperationRoleForm operation={slug} people={people.map(({ userId, name }) => ({ userId, name }))} />
        </PageSection>
      )}
      {mayAdminister && (
        <PageSection title="Inviter quelqu’un d’autre">
          <p>
            Dans cette opération seulement : ni les autres opérations de la collectivité, ni son plan climat. Rien n’est
            ouvert avant que l’invitation soit acceptée.
          </p>
          <OperationInvitationForm operation={slug} isMailOn={isMailOn()} />
        </PageSection>
      )}
      {participants && <Participants participants={participants} operation={slug} />}
    </>
  );
}

function Participants({
  participants,
  operation,
}: {
  participants: NonNullable<ReadOperationAccess["participants"]>;
  operation: string;
}) {
  return (
    <PageSection title="Participants">
      {participants.length === 0 ? (
        <p>Aucun participant n’a ouvert son espace. On l’y invite depuis sa fiche.</p>
      ) : (
        <DataTable
          caption="Participants dont l’espace est ouvert"
          columns={PARTICIPANT_COLUMNS}
          rows={participants.map(({ id, participantId, participantName, since }) => ({
            id,
            href: `/operations/${operation}/participants/${participantId}` as Route,
            cells: { name: participantName, since: since.getTime() },
          }))}
        />
      )}
    </PageSection>
  );
}

function toRow(person: ReadOperationAccess["people"][number], seesAddresses: boolean) {
  const { userId, name, email, isActive, role, collectivityRole, operationRole } = person;
  return {
    id: userId,
    cells: {
      name,
      role: role && ROLE_LABELS[role],
      collectivity: collectivityRole && ROLE_LABELS[collectivityRole],
      operation: operationRole && ROLE_LABELS[operationRole],
      state: isActive ? { text: "actif", tone: "success" as const } : { text: "désactivé", tone: "neutral" as const },
      ...(seesAddresses && { email }),
    },
  };
}
