import type { MonthsComparison, QuantityComparison } from "@/lib/domain/dashboard/compare-months";
import type { CouncilReport } from "@/lib/domain/report/council-report";
import { formatKwh } from "./format-energy";
import { formatRoundEuros } from "./format-money";
import { formatCount, formatNumber } from "./format-number";
import { formatPercent, formatSignedPercent } from "./format-percent";
import { startWithRange } from "./report-range-words";

const kwh = (wh: number) => formatKwh(wh, 0);

/** What a councillor can repeat, each on its own: four sentences, or three where no price nor last year is known. */
export function listCouncilSentences(report: CouncilReport): readonly string[] {
  const { totals, rates, range, months } = report;
  const settled = months.filter(({ run }) => run !== null).length;
  const part = settled === months.length ? "" : ` (${settled} périodes calculées sur ${months.length})`;
  const who = report.consumers.some(({ subject }) => subject.kind === "residents")
    ? "Bâtiments et habitants"
    : "Les bâtiments";
  return [
    `${startWithRange(range)}${part}, les installations de l’opération ont produit ${kwh(totals.productionWh)}.`,
    `${who} en ont utilisé ${kwh(totals.selfConsumedWh)} au moment même où cette énergie était produite, soit ${formatPercent(rates.selfConsumptionRate)} ; le surplus, ${kwh(totals.surplusWh)}, va à l’acheteur des producteurs.`,
    `Cela fait ${formatPercent(rates.selfProductionRate)} de ce qu’ils ont consommé ; le reste, ${kwh(totals.complementWh)}, vient de leurs fournisseurs.`,
    ...lastSentence(report),
  ];
}

function lastSentence({ saved, lastYear, months }: CouncilReport): readonly string[] {
  const settled = months.filter(({ run }) => run !== null).length;
  if (saved !== null) {
    const over =
      saved.months === settled
        ? ""
        : ` (${formatCount(saved.months, "période dont tous les prix sont connus", "périodes dont tous les prix sont connus")})`;
    return saved.amount >= 0
      ? [
          `L’opération a fait économiser ${formatRoundEuros(saved.amount)} à ses consommateurs sur leurs factures${over}.`,
        ]
      : [
          `L’opération a coûté ${formatRoundEuros(-saved.amount)} de plus à ses consommateurs que s’ils étaient restés à leurs fournisseurs${over}.`,
        ];
  }
  return describeLastYear(lastYear);
}

/** Last year in one sentence, about the months that both years have; nothing where there is none. */
export function describeLastYear({ productionWh, selfConsumedWh }: MonthsComparison): readonly string[] {
  if (!productionWh || !selfConsumedWh) return [];
  const told = joinChanges(
    productionWh,
    selfConsumedWh,
    (months) => `${formatNumber(months)} mois que les deux années ont`,
  );
  return [`Par rapport à l’année précédente, la production est ${told}.`];
}

/** Against the forecast in one sentence; nothing where none was entered. */
export function describeForecast({ productionWh, selfConsumedWh }: MonthsComparison): readonly string[] {
  if (!productionWh) return [];
  const told = joinChanges(productionWh, selfConsumedWh, (months) =>
    formatCount(months, "période comparée", "périodes comparées"),
  );
  return [`Par rapport à la prévision, la production est ${told}.`];
}

/** Over how many months: once where both energies compare over as many, else beside each. */
function joinChanges(
  production: QuantityComparison,
  selfConsumed: QuantityComparison | null,
  countMonths: (months: number) => string,
): string {
  const [produced, over] = [describeChange(production.changeRatio), ` (${countMonths(production.months)})`];
  if (!selfConsumed) return `${produced}${over}`;
  const used = `l’énergie utilisée sur place ${describeChange(selfConsumed.changeRatio)}`;
  return selfConsumed.months === production.months
    ? `${produced} et ${used}${over}`
    : `${produced}${over} et ${used} (${countMonths(selfConsumed.months)})`;
}

function describeChange(ratio: number | null): string {
  if (ratio === null) return "sans comparaison possible";
  if (Math.round(ratio * 100) === 0) return "stable";
  return `${ratio > 0 ? "en hausse" : "en baisse"} de ${formatSignedPercent(Math.abs(ratio)).replace("+", "")}`;
}
