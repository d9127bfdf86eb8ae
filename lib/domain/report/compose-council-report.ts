import type { MonthEnergies } from "@/lib/domain/dashboard/month-energies";
import { sumEnergies } from "@/lib/domain/dashboard/sum-energies";
import { roundWithin } from "@/lib/domain/settlement/round-within";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { CouncilReport, ReportEnergies, ReportLine, ReportMonth } from "./council-report";
import { groupResidents, type PointGroup, type ReportedPoint } from "./group-residents";

/** What the last figure of a report is worth: 1 kWh. [Wh] */
const UNIT_WH = 1000;

/** A period of a range as it is stored, nothing rounded. */
export type ReportedMonth = Omit<ReportMonth, "energies"> & { readonly energies: MonthEnergies | null };

/** What a report is made of, nothing rounded. */
export type ReportFacts = Omit<
  CouncilReport,
  "range" | "months" | "totals" | "rates" | "consumers" | "producers" | "counts"
> & {
  /** The periods of the range in order, settled or not; at least one is settled. */
  readonly months: readonly ReportedMonth[];
  /** Over the settled periods. */
  readonly consumers: readonly ReportedPoint[];
  readonly producers: readonly ReportedPoint[];
};

/**
 * A report to the council, rounded once to whole kWh, so that every table of it adds up: months, buildings and producers
 * to the same totals, and parts to their whole on each line.
 *
 * What is rounded are the parts – self-consumed, surplus, complement –; production and withdrawal are their sums, and may
 * be 1 kWh away from their own rounding.
 */
export function composeCouncilReport({ months, consumers, producers, ...facts }: ReportFacts): CouncilReport {
  const [first, last] = [months[0], months.at(-1)];
  const exact = sumEnergies(months.flatMap(({ energies }) => energies ?? []));
  if (!first || !last || exact === null) throw new Error("a report tells at least one settled period");
  const totals = roundEnergies([exact], null)[0] as ReportEnergies;
  const settled = months.filter(({ energies }) => energies !== null);
  const rounded = roundEnergies(
    settled.flatMap(({ energies }) => energies ?? []),
    totals,
  );
  return {
    ...facts,
    range: { from: first.period.from, toExclusive: last.period.toExclusive },
    months: months.map((month) => ({ ...month, energies: rounded[settled.indexOf(month)] ?? null })),
    totals,
    rates: settlementRates(exact),
    typicalDays: facts.typicalDays.filter(({ kind, days }) => kind === "all" && days > 0),
    consumers: toLines(consumers, totals.selfConsumedWh, totals.complementWh),
    producers: toLines(producers, totals.selfConsumedWh, totals.surplusWh),
    counts: { consumers: consumers.length, producers: producers.length },
  };
}

function roundEnergies(exact: readonly MonthEnergies[], totals: ReportEnergies | null): readonly ReportEnergies[] {
  const round = (key: "selfConsumedWh" | "surplusWh" | "complementWh") =>
    roundAll(
      exact.map((energies) => energies[key]),
      totals?.[key],
    );
  const [shared, surplus, complement] = [round("selfConsumedWh"), round("surplusWh"), round("complementWh")];
  return exact.map((_, index) => {
    const [selfConsumedWh, surplusWh, complementWh] = [shared, surplus, complement].map((each) => each[index]) as [
      number,
      number,
      number,
    ];
    return {
      productionWh: selfConsumedWh + surplusWh,
      selfConsumedWh,
      surplusWh,
      withdrawalWh: selfConsumedWh + complementWh,
      complementWh,
    };
  });
}

function toLines(points: readonly ReportedPoint[], sharedWh: number, restWh: number): readonly ReportLine[] {
  const groups = groupResidents(points);
  const shared = roundAll(groups.map(sumOf("sharedWh")), sharedWh);
  const rest = roundAll(
    groups.map((group) => sumOf("energyWh")(group) - sumOf("sharedWh")(group)),
    restWh,
  );
  return groups.map((group, index): ReportLine => {
    const [own, left] = [shared[index] as number, rest[index] as number];
    return {
      subject: group.subject,
      energyWh: own + left,
      sharedWh: own,
      restWh: left,
      amountCents: sumAmounts(group),
    };
  });
}

const sumOf =
  (field: "energyWh" | "sharedWh") =>
  ({ points }: PointGroup): number =>
    points.reduce((sum, point) => sum + point[field], 0);

function sumAmounts({ points }: PointGroup): number | null {
  return points.reduce<number | null>(
    (sum, { amountCents }) => (sum === null || amountCents === null ? null : sum + amountCents),
    0,
  );
}

/** Whole kWh that add up to a total, their own where none is given. Two sums of the same energies may part in the last bit. */
function roundAll(partsWh: readonly number[], totalWh?: number): readonly number[] {
  const units = partsWh.map((wh) => Math.max(0, wh) / UNIT_WH);
  const total = totalWh === undefined ? Math.round(units.reduce((sum, part) => sum + part, 0)) : totalWh / UNIT_WH;
  return units.length === 0 ? [] : [...roundWithin(units, total)].map((unit) => unit * UNIT_WH);
}
