import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ConsentsSection } from "@/app/(espace)/operations/[operation]/participants/consentements/consents-section";
import { RegistryForm } from "@/components/registry/registry-form";
import { RegistryHistory } from "@/components/registry/registry-history";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { UNKNOWN } from "@/lib/format/format-number";
import { formatPhone } from "@/lib/format/format-phone";
import { formatSiret } from "@/lib/format/format-siret";
import { describeRoles, PERIMETER_STATES } from "@/lib/format/perimeter-words";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readParticipantSheet } from "@/lib/services/registry/read-participant-sheet";
import { AccessSection } from "./access-section";
import { removeParticipantAction } from "./actions";

export const metadata: Metadata = { title: "Participant" };

export default async function ParticipantPage({
  params,
}: PageProps<"/operations/[operation]/participants/[participant]">) {
  const { operation: address, participant: id } = await params;
  const operation = await requireOperation(address);
  const day = await today();
  const found = isUuid(id) ? await readParticipantSheet(operation.id, id, day) : null;
  if (!found) notFound();
  await noteConsultation(operation, "participant", id);
  const { participant, points, events } = found;
  const { slug } = operation.sheet;
  const room = `/operations/${slug}/participants`;
  const canWrite = isGranted(operation.role, "write") && !participant.isErased;
  return (
    <>
      <PageHeader
        title={participant.name}
        breadcrumb={[{ label: "Participants", href: room as Route }]}
        actions={
          isGranted(operation.role, "write") && (
            <>
              {canWrite && (
                <>
                  <ButtonLink href={`${room}/prm/nouveau?participant=${id}` as Route}>Ajouter un PRM</ButtonLink>
                  <ButtonLink href={`${room}/${id}/modifier` as Route} variant="default">
                    Modifier
                  </ButtonLink>
                </>
              )}
              <ButtonLink href={`${room}/${id}/donnees` as Route} variant="default">
                Données personnelles
              </ButtonLink>
            </>
          )
        }
      />
      {participant.isErased && <Notice title="Données restreintes : leur effacement est demandé, ou fait" />}
      <KeyValues items={identityOf(participant)} />
      <PageSection title="Points de mesure">
        <DataTable
          caption={`Points de mesure de ${participant.name}`}
          columns={[
            { key: "name", label: "Site", kind: "text" },
            { key: "prm", label: "PRM", kind: "code" },
            { key: "role", label: "Rôle", kind: "text" },
            { key: "state", label: "État", kind: "status" },
          ]}
          rows={points.map(({ id: pointId, prm, name, roles, isStorage, state }) => ({
            id: pointId,
            href: `${room}/prm/${prm}` as Route,
            cells: { name, prm, role: describeRoles(roles, isStorage), state: PERIMETER_STATES[state] },
          }))}
          empty={<p>Aucun PRM : ce participant ne partage rien tant qu’il n’en a pas.</p>}
        />
      </PageSection>
      <ConsentsSection operation={operation} participantId={id} today={day} />
      {canWrite && <AccessSection operation={operation} participant={participant} />}
      <PageSection title="Historique">
        <RegistryHistory events={events} fileName={`${slug}-historique-participant`} />
      </PageSection>
      {canWrite && points.length === 0 && (
        <PageSection title="Saisi par erreur ?">
          <RegistryForm
            label="Supprimer le participant"
            submit="Supprimer ce participant"
            action={removeParticipantAction}
            hidden={{ operation: slug, participant: id }}
            isDestructive
          />
        </PageSection>
      )}
    </>
  );
}

type Participant = NonNullable<Awaited<ReturnType<typeof readParticipantSheet>>>["participant"];

function identityOf({ kind, legalId, address, email, phone, isTenant }: Participant) {
  const isBody = kind === "legal";
  return [
    { label: "Nature", value: isBody ? "Personne morale" : "Personne physique" },
    ...(isBody ? [{ label: "SIRET ou RNA", value: legalId === null ? UNKNOWN : formatSiret(legalId) }] : []),
    { label: "Adresse", value: address ?? UNKNOWN },
    { label: "Adresse électronique", value: email ?? UNKNOWN },
    { label: "Téléphone", value: phone === null ? UNKNOWN : formatPhone(phone) },
    ...(isTenant ? [{ label: "Locataire", value: "de l’organisme HLM (L. 315-2-1)" }] : []),
  ];
}
