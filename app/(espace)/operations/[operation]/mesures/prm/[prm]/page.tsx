import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { DayPicker } from "@/components/ui/day-picker";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { addDays } from "@/lib/domain/time/civil-date";
import { describeStepOrigin } from "@/lib/format/describe-step-origin";
import { formatLongDay } from "@/lib/format/format-date";
import { formatEnergy } from "@/lib/format/format-energy";
import { formatTime, formatTimeWithOffset, hasClockChange } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { daySearchParamSchema } from "@/lib/schemas/day";
import { requireOperation } from "@/lib/server/access";
import { noteConsultation } from "@/lib/server/note-consultation";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { type CurveDayReading, type CurveStep, readCurveDay } from "@/lib/services/measures/read-curve-day";
import { CorrectedRuns } from "./corrected-runs";
import { CurveDayPlot } from "./curve-day-plot";
import { DecideMeasureForm } from "./decide-measure-form";
import { DecisionList } from "./decision-list";

export const metadata: Metadata = { title: "Mesures d’un jour" };

const COLUMNS: readonly TableColumn[] = [
  { key: "time", label: "Heure de Paris", kind: "text" },
  { key: "measured", label: "Mesuré", kind: "energyWh", decimals: 3 },
  { key: "counted", label: "Retenu", kind: "energyWh", sum: true, decimals: 3 },
  { key: "origin", label: "Origine", kind: "status" },
];

type Props = PageProps<"/operations/[operation]/mesures/prm/[prm]">;

export default async function PointDayPage({ params, searchParams }: Props) {
  const [{ operation: address, prm }, search] = await Promise.all([params, searchParams]);
  const operation = await requireOperation(address);
  const { slug, startDay, stepMinutes } = operation.sheet;
  const lastDay = addDays(await today(), -1);
  const day = daySearchParamSchema.parse(search.jour) ?? lastDay;
  const found = await readCurveDay(operation.id, { prm, day, stepMinutes });
  if (!found) notFound();
  await noteConsultation(operation, "metering_point", found.point.id);
  return (
    <>
      <PageHeader
        title={found.point.name}
        breadcrumb={[{ label: "Mesures", href: `/operations/${slug}/mesures` as Route }]}
        lead={`PRM ${prm}, ${found.point.participantName} : ${formatLongDay(day)}, pas à pas.`}
        context={<DayPicker day={day} min={startDay} max={lastDay > startDay ? lastDay : startDay} />}
        actions={
          <ButtonLink
            href={`/operations/${slug}/mesures/courbes?courbes=${prm}&du=${day}&au=${day}` as Route}
            variant="default"
          >
            Explorer la courbe
          </ButtonLink>
        }
      />
      {found.curves.map((curve) => (
        <CurveDaySection
          key={curve.role}
          curve={curve}
          meteringPointId={found.point.id}
          operation={slug}
          mayWrite={isGranted(operation.role, "write")}
          subtitle={formatLongDay(day)}
          fileName={`${prm}-${day}`}
        />
      ))}
    </>
  );
}

function CurveDaySection({
  curve,
  meteringPointId,
  operation,
  mayWrite,
  subtitle,
  fileName,
}: {
  curve: CurveDayReading;
  meteringPointId: string;
  operation: string;
  mayWrite: boolean;
  subtitle: string;
  fileName: string;
}) {
  const { role, quantity, isAttached, steps, totalWh, missingCount, correctedRuns, decisions } = curve;
  const title = role === "producer" ? "Production (injection)" : "Consommation (soutirage)";
  const labels = labelSteps(steps);
  return (
    <PageSection title={title}>
      {!isAttached && (
        <Notice tone="info" title="Hors périmètre ce jour-là">
          Ces valeurs n’entrent dans aucun calcul : le point de mesure ne participe pas à l’opération ce jour.
        </Notice>
      )}
      <KeyValues
        items={[
          { label: "Énergie du jour", value: totalWh === null ? "incomplète" : formatEnergy(totalWh) },
          {
            label: "Valeurs manquantes",
            value: missingCount === 0 ? "aucune" : formatCount(missingCount, "pas", "pas"),
            help:
              missingCount === 0
                ? undefined
                : "Ni mesurées, ni corrigeables (art. 5.2.3) : la période attend un fichier du gestionnaire de réseau, ou une valeur saisie.",
          },
        ]}
      />
      <CurveDayPlot
        curve={curve}
        title="Puissance à chaque pas"
        subtitle={subtitle}
        fileName={`${fileName}-${quantity}-puissance`}
      />
      <DataTable
        caption={`${title}, pas à pas`}
        columns={COLUMNS}
        fileName={`${fileName}-${quantity}`}
        hasFilter={false}
        rows={labels.map(({ startMs, startLabel, endLabel, measuredWh, countedWh, origin }) => ({
          id: String(startMs),
          cells: {
            time: `${startLabel} – ${endLabel}`,
            measured: measuredWh,
            counted: countedWh,
            origin: describeStepOrigin(origin),
          },
        }))}
      />
      {isAttached && (
        <CorrectedRuns
          operation={operation}
          meteringPointId={meteringPointId}
          quantity={quantity}
          runs={correctedRuns}
          describeHours={hoursDescriberOf(steps)}
          mayWrite={mayWrite}
        />
      )}
      <DecisionList operation={operation} decisions={decisions} mayWrite={mayWrite} />
      {mayWrite && (
        <DecideMeasureForm
          operation={operation}
          meteringPointId={meteringPointId}
          quantity={quantity}
          steps={labels.map(({ startMs, endMs, startLabel, endLabel }) => ({ startMs, endMs, startLabel, endLabel }))}
        />
      )}
    </PageSection>
  );
}

function hourFormatOf(steps: readonly CurveStep[]) {
  const [first, last] = [steps[0], steps.at(-1)];
  return first && last && hasClockChange(first.startMs, last.endMs) ? formatTimeWithOffset : formatTime;
}

function hoursDescriberOf(steps: readonly CurveStep[]) {
  const format = hourFormatOf(steps);
  return ({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }) =>
    startMs === steps[0]?.startMs && endMs === steps.at(-1)?.endMs
      ? "toute la journée"
      : `de ${format(startMs)} à ${format(endMs)}`;
}

function labelSteps(steps: readonly CurveStep[]) {
  const format = hourFormatOf(steps);
  return steps.map((step) => ({ ...step, startLabel: format(step.startMs), endLabel: format(step.endMs) }));
}
