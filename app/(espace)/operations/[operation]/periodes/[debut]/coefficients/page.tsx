import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { DayPicker } from "@/components/ui/day-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { addDays } from "@/lib/domain/time/civil-date";
import { KEY_KINDS } from "@/lib/format/coefficient-words";
import { formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import { formatTime, formatTimeWithOffset, hasClockChange } from "@/lib/format/format-instant";
import { RULE_REASONS } from "@/lib/format/rule-reasons";
import { daySearchParamSchema } from "@/lib/schemas/day";
import { isGranted } from "@/lib/server/permissions";
import { requirePeriod } from "@/lib/server/require-period";
import { type RunCoefficients, readRunCoefficients } from "@/lib/services/runs/read-run-coefficients";
import { DefaultSharesSection } from "./default-shares-section";

export const metadata: Metadata = { title: "Coefficients appliqués" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]/coefficients">;

export default async function RunCoefficientsPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);

  const { period } = status;
  const { slug } = operation.sheet;
  const result = await readRunCoefficients(operation.id, period.from, daySearchParamSchema.parse(search.jour));
  const name = formatPeriodName(period.from, period.toExclusive);
  return (
    <>
      <PageHeader
        title="Coefficients appliqués"
        breadcrumb={[
          { label: "Périodes", href: `/operations/${slug}/periodes` as Route },
          { label: name, href: `/operations/${slug}/periodes/${period.from}` as Route },
        ]}
        lead={`Quels coefficients ont partagé l’énergie de la période ${formatPeriod(period.from, period.toExclusive)}, et pourquoi.`}
      />
      {result ? (
        <>
          <Rules result={result} />
          <DayRules result={result} />
          <DefaultSharesSection
            address={operation.sheet.accNumber ?? slug}
            from={period.from}
            shares={result.defaultShares}
            mayWrite={isGranted(operation.role, "write")}
          />
        </>
      ) : (
        <EmptyState
          title="La période n’est pas calculée"
          purpose="Les coefficients appliqués sont gardés avec le calcul. Calculez d’abord la période."
          action={
            <ButtonLink href={`/operations/${slug}/periodes/${period.from}` as Route}>Ouvrir la période</ButtonLink>
          }
        />
      )}
    </>
  );
}

function Rules({ result: { run } }: { result: RunCoefficients }) {
  return (
    <PageSection title="Règle de la période">
      <DataTable
        caption="Clés appliquées, de quel jour à quel jour"
        columns={[
          { key: "days", label: "Jours", kind: "text" },
          { key: "applied", label: "Coefficients", kind: "text" },
          { key: "reason", label: "Pourquoi", kind: "text" },
          { key: "articles", label: "Articles", kind: "text" },
        ]}
        rows={run.rules.map(({ from, toExclusive, appliedKind, reason, articles }) => ({
          id: from,
          cells: {
            days: formatPeriod(from, toExclusive),
            applied: KEY_KINDS[appliedKind],
            reason: RULE_REASONS[reason],
            articles: articles.join(", "),
          },
        }))}
      />
    </PageSection>
  );
}

function DayRules({ result: { run, day, dayRules } }: { result: RunCoefficients }) {
  const [first, last] = [dayRules[0]?.fromMs ?? 0, Math.max(0, ...dayRules.map(({ toMs }) => toMs))];
  const time = hasClockChange(first, last) ? formatTimeWithOffset : formatTime;
  return (
    <PageSection
      title="Une journée, pas par pas"
      actions={<DayPicker day={day} min={run.period.from} max={addDays(run.period.toExclusive, -1)} />}
    >
      <DataTable
        caption="Coefficients appliqués dans la journée"
        columns={[
          { key: "steps", label: "Pas de temps", kind: "text" },
          { key: "applied", label: "Coefficients", kind: "text" },
          { key: "producer", label: "Producteur", kind: "text" },
          { key: "reason", label: "Pourquoi", kind: "text" },
          { key: "articles", label: "Articles", kind: "text" },
        ]}
        rows={dayRules.map(({ fromMs, toMs, applied, producerName, reason, articles }) => ({
          id: `${fromMs} ${producerName ?? ""}`,
          cells: {
            steps: fromMs === first && toMs === last ? "toute la journée" : `de ${time(fromMs)} à ${time(toMs)}`,
            applied: applied === "surplus" ? "aucun : surplus" : KEY_KINDS[applied],
            producer: producerName ?? "tous",
            reason: RULE_REASONS[reason],
            articles: articles.join(", "),
          },
        }))}
      />
    </PageSection>
  );
}
