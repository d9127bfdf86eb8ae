import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { AuthorizedOperation } from "@/lib/server/access";
import { isMailOn } from "@/lib/server/installation";
import { readAccesses } from "@/lib/services/participant-space/read-accesses";
import { EndAccessForm, InviteParticipantForm } from "./access-forms";

type AccessSectionProps = {
  operation: AuthorizedOperation;
  participant: { readonly id: string; readonly name: string; readonly email: string | null };
};

/** On a participant's sheet, for who may write: which accounts read his own figures, and inviting another one. */
export async function AccessSection({ operation, participant: { id, name, email } }: AccessSectionProps) {
  const accesses = await readAccesses(operation.id, id);
  const { slug } = operation.sheet;
  return (
    <PageSection title="Espace du participant" anchor="espace">
      <p>
        Invité, le participant lit dans « Mon espace » ses compteurs, ses relevés et ses consentements, et rien d’autre
        de l’opération. Une personne morale peut avoir plusieurs comptes.
      </p>
      <DataTable
        caption={`Comptes qui ouvrent l’espace de ${name}`}
        columns={[
          { key: "userName", label: "Compte", kind: "text" },
          { key: "email", label: "Adresse électronique", kind: "text" },
          { key: "since", label: "Ouvert le", kind: "instantMs" },
          { key: "until", label: "Fermé le", kind: "instantMs" },
        ]}
        rows={accesses.map(({ id: accessId, userName, email: address, createdAt, endedAt }) => ({
          id: accessId,
          cells: { userName, email: address, since: createdAt.getTime(), until: endedAt?.getTime() ?? null },
        }))}
        empty={<p>Aucun compte n’ouvre encore cet espace.</p>}
      />
      {accesses
        .filter(({ endedAt }) => endedAt === null)
        .map(({ id: accessId, userName }) => (
          <EndAccessForm key={accessId} operation={slug} access={accessId} who={userName} />
        ))}
      <h3>Inviter</h3>
      <InviteParticipantForm operation={slug} participant={id} name={name} email={email ?? ""} isMailOn={isMailOn()} />
    </PageSection>
  );
}
