import type { Metadata, Route } from "next";
import Link from "next/link";
import { StepFlowChart } from "@/components/charts/step-flow-chart";
import { ButtonLink } from "@/components/ui/button-link";
import { DayPicker } from "@/components/ui/day-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { PrintButton } from "@/components/ui/print-button";
import { addDays } from "@/lib/domain/time/civil-date";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import { formatTime, formatTimeWithOffset, hasClockChange } from "@/lib/format/format-instant";
import { RULE_REASONS } from "@/lib/format/rule-reasons";
import { daySearchParamSchema, stepSearchParamSchema } from "@/lib/schemas/day";
import { requirePeriod } from "@/lib/server/require-period";
import { type ExplainedStep, explainRunStep } from "@/lib/services/runs/explain-run-step";
import { StepTables } from "./step-tables";

export const metadata: Metadata = { title: "Un pas expliqué" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]/pas">;

export default async function StepPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);

  const { period } = status;
  const { slug } = operation.sheet;
  const explained = await explainRunStep(operation.id, period.from, {
    day: daySearchParamSchema.parse(search.jour),
    step: stepSearchParamSchema.parse(search.pas),
  });
  const periodHref = `/operations/${slug}/periodes/${period.from}` as Route;
  return (
    <>
      <PageHeader
        title="Un pas expliqué"
        breadcrumb={[
          { label: "Périodes", href: `/operations/${slug}/periodes` as Route },
          { label: formatPeriodName(period.from, period.toExclusive), href: periodHref },
        ]}
        lead="Les cinq étapes de la convention (art. 11.7), avec leurs nombres, pour un pas de temps."
        actions={explained && <PrintButton />}
      />
      {explained ? (
        <Explained explained={explained} slug={slug} periodHref={periodHref} />
      ) : (
        <EmptyState
          title="La période n’est pas calculée"
          purpose="Un pas s’explique avec les valeurs gardées par le calcul. Calculez d’abord la période."
          action={<ButtonLink href={periodHref}>Ouvrir la période</ButtonLink>}
        />
      )}
    </>
  );
}

function Explained({ explained, slug, periodHref }: { explained: ExplainedStep; slug: string; periodHref: Route }) {
  const { run, day, stepsMs, step, rules, explanation, producers, consumers } = explained;
  const stepMs = run.stepMinutes * 60_000;
  const [first = 0, last = 0] = [stepsMs[0], stepsMs.at(-1)];
  const time = hasClockChange(first, last) ? formatTimeWithOffset : formatTime;
  const startMs = stepsMs[step] ?? first;
  const subtitle = `le ${formatDay(day)} de ${time(startMs)} à ${time(startMs + stepMs)}`;
  return (
    <>
      <PageSection
        title={`Le ${formatDay(day)}, de ${time(startMs)} à ${time(startMs + stepMs)}`}
        actions={
          <>
            <DayPicker day={day} min={run.period.from} max={addDays(run.period.toExclusive, -1)} />
            <FilterSelect
              label="Pas de temps"
              param="pas"
              options={stepsMs.map((ms, index) => ({ value: String(index), label: time(ms) }))}
              value={String(step)}
            />
          </>
        }
      >
        {rules.map(({ producerId, reason, articles }) => (
          <p key={producerId ?? "all"}>
            {producerId === null
              ? "Règle appliquée"
              : `Règle appliquée à ${producers.find(({ id }) => id === producerId)?.name ?? "un producteur"}`}{" "}
            : {RULE_REASONS[reason]} ({articles.map((article) => `art. ${article}`).join(", ")}).
          </p>
        ))}
        <StepFlowChart
          subtitle={subtitle}
          fileName={`${slug}-${day}-pas-${step}`}
          producers={producers.map(({ id, name }, i) => ({ id, name, surplusWh: explanation.surplusWh[i] ?? 0 }))}
          consumers={consumers.map(({ id, name }, j) => ({
            id,
            name,
            complementWh: explanation.complementWh[j] ?? 0,
          }))}
          finalWh={explanation.finalWh}
        />
        <p>
          <Link href={`${periodHref}/coefficients?jour=${day}` as Route}>Coefficients appliqués dans la journée</Link>
        </p>
      </PageSection>
      <StepTables explained={explained} fileName={`${slug}-${day}-pas-${step}`} />
    </>
  );
}
