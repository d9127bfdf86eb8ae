import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import {
  handOverAction,
  removeMeteringPointAction,
} from "@/app/(espace)/operations/[operation]/participants/prm/actions";
import { HandOverForm } from "@/components/registry/hand-over-form";
import { RegistryForm } from "@/components/registry/registry-form";
import { RegistryHistory } from "@/components/registry/registry-history";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { perimeterState } from "@/lib/domain/perimeter/perimeter-state";
import { PERIMETER_STATES } from "@/lib/format/perimeter-words";
import { requireOperation } from "@/lib/server/access";
import { noteConsultation } from "@/lib/server/note-consultation";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readMeteringPointSheet } from "@/lib/services/registry/read-metering-point-sheet";
import { describePoint } from "./describe-point";
import { OffPeakHours } from "./off-peak-hours";
import { Stays } from "./stays";

export const metadata: Metadata = { title: "PRM" };

export default async function MeteringPointPage({
  params,
}: PageProps<"/operations/[operation]/participants/prm/[prm]">) {
  const { operation: address, prm } = await params;
  const operation = await requireOperation(address);
  const found = /^(?:\d{14}|E\d{13})$/.test(prm) ? await readMeteringPointSheet(operation.id, prm) : null;
  if (!found) notFound();
  await noteConsultation(operation, "metering_point", found.point.id);
  const { point, lastMeasuredDay, events, possibleHolders, tariffs } = found;
  const { slug, startDay } = operation.sheet;
  const room = `/operations/${slug}/participants`;
  const day = await today();
  const state = PERIMETER_STATES[perimeterState(point.stays, day)];
  const canWrite = isGranted(operation.role, "write") && !point.participant.isErased;
  const hasTakenPart = point.stays.some(({ from }) => from <= day);
  return (
    <>
      <PageHeader
        title={point.name}
        breadcrumb={[
          { label: "Participants", href: room as Route },
          { label: point.participant.name, href: `${room}/${point.participant.id}` as Route },
        ]}
        context={<StatusBadge tone={state.tone}>{state.text}</StatusBadge>}
        actions={
          canWrite && (
            <ButtonLink href={`${room}/prm/${prm}/modifier` as Route} variant="default">
              Modifier
            </ButtonLink>
          )
        }
      />
      <KeyValues items={describePoint(point, lastMeasuredDay, `${room}/${point.participant.id}`)} />
      <PageSection title="Entrées et sorties">
        <Stays operation={slug} point={point} today={day} canWrite={canWrite} />
      </PageSection>
      <PageSection title="Heures creuses">
        <OffPeakHours
          operation={slug}
          prm={prm}
          schedules={tariffs}
          firstDay={point.stays[0]?.from ?? startDay}
          canWrite={canWrite}
        />
      </PageSection>
      {canWrite && possibleHolders.length > 0 && (
        <PageSection title="Changement de titulaire">
          <p>
            L’ancien titulaire garde ses jours, ses mesures et ses parts ; le nouveau commence à la date du changement.
            S’il n’est pas encore dans le registre, ajoutez-le d’abord aux participants.
          </p>
          <HandOverForm operation={slug} prm={prm} participants={possibleHolders} action={handOverAction} />
        </PageSection>
      )}
      <PageSection title="Historique">
        <RegistryHistory events={events} fileName={`${slug}-historique-${prm}`} />
      </PageSection>
      {canWrite && !hasTakenPart && (
        <PageSection title="Saisi par erreur ?">
          <RegistryForm
            label="Supprimer le PRM"
            submit="Supprimer ce PRM"
            action={removeMeteringPointAction}
            hidden={{ operation: slug, prm }}
            isDestructive
          />
        </PageSection>
      )}
    </>
  );
}
