import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import { listPriceEntries } from "@/lib/data/price-entries";
import { listNaturalPersonIds, sumRunPoints } from "@/lib/data/report-sources";
import { listMonthMoney, listRunMoney, type MonthMoney } from "@/lib/data/run-money";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { compareNetworkOptions, type NetworkComparison } from "@/lib/domain/tariffs/compare-network-options";
import { inForceOn } from "@/lib/domain/tariffs/in-force-on";
import type { MoneyGap, RunMoneyRow, SavedParts } from "@/lib/domain/tariffs/run-money";
import { sumKnown } from "@/lib/domain/tariffs/sum-known";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { KnownSum } from "@/lib/services/dashboard/operation-dashboard";
import { sumKnownMonths } from "@/lib/services/dashboard/sum-known-months";
import { holdersOver } from "@/lib/services/outputs/holders-over";
import { holdersIn } from "@/lib/services/runs/holders-in";
import { nameHolders } from "@/lib/services/runs/name-holders";
import { type PartedSavings, partSavings } from "./part-savings";

/** Amounts of some runs together; null as soon as one of them is not known. [cents] */
export type Saving = Readonly<Record<keyof SavedParts | "savedCents" | "withoutCents", number | null>>;

export type PointSaving = Saving & {
  readonly prm: string;
  readonly name: string;
  readonly participantName: string;
  /** Whoever held it in the window, by id: two people may have one name. */
  readonly holdersKey: string;
};

/** Natural persons together, and the smallest sites where they are fewer than three, for who may not read of one of them. */
export type ResidentSavings = Saving & {
  /** Metering points that drew. */
  readonly pointCount: number;
  /** Sites of bodies among them. */
  readonly siteCount: number;
  readonly gaps: readonly MoneyGap[];
  /** What those that produce receive; null when none does. */
  readonly income: (Pick<ProducerIncome, "internalCents" | "resaleCents"> & { readonly siteCount: number }) | null;
};

export type ProducerIncome = Pick<PointSaving, "prm" | "name"> & {
  readonly internalCents: number | null;
  readonly resaleCents: number | null;
};

/** A metering point whose money is not known in some run, and what to enter. */
export type MoneyLack = Pick<PointSaving, "prm" | "name"> & { readonly gaps: readonly MoneyGap[] };

export type OperationSavings = {
  /** Null: they are listed one by one like the others, or there is none. */
  readonly residents: ResidentSavings | null;
  /** Period by period, with the parts of what all consumers save. */
  readonly months: readonly (Omit<MonthMoney, keyof Saving> & Saving & { readonly incomeCents: number | null })[];
  readonly points: readonly PointSaving[];
  readonly participants: readonly (Saving & {
    readonly key: string;
    readonly name: string;
    readonly pointCount: number;
  })[];
  readonly producers: readonly ProducerIncome[];
  /** Over the months that are known, saying how many, as the dashboard sums. [cents] */
  readonly total: Readonly<Record<"saved" | "income" | "resale", KnownSum | null>>;
  readonly lacks: readonly MoneyLack[];
  /** Periods whose money is not derived yet: of a participant or a metering point no amount is told meanwhile. */
  readonly underivedCount: number;
  readonly network: readonly (Pick<PointSaving, "prm" | "name"> & NetworkComparison)[];
  /** Whether all points are behind one substation; null: nobody said. */
  readonly isSingleSubstation: boolean | null;
  /** The internal price changed within a period: its energies were apportioned. */
  readonly isApportioned: boolean;
};

/**
 * What the operation changes in money over the periods that begin in a window, from what is stored with their latest runs.
 * Who may not read what is about people gets residents as one sum, as the report and the ranking have them.
 *
 * @param day - Today, for what holds now.
 */
export async function readSavings(
  { id: operationId, mayReadWords }: { readonly id: AuthorizedOperationId; readonly mayReadWords: boolean },
  window: Period,
  day: CivilDate,
): Promise<OperationSavings> {
  const [months, sheets, prices, people] = await Promise.all([
    listMonthMoney([operationId], window),
    listMeteringPoints(operationId),
    listPriceEntries(operationId),
    listNaturalPersonIds(operationId),
  ]);
  const runIds = months.map(({ runId }) => runId);
  const [rows, sums] = await Promise.all([
    listRunMoney(operationId, runIds),
    mayReadWords ? [] : sumRunPoints(operationId, runIds),
  ]);
  const derived = new Set(rows.map(({ runId }) => runId));
  const underivedCount = months.filter(({ runId }) => !derived.has(runId)).length;
  // Whoever counted in a period without money is not told: no sum over the window is whole.
  const whole: Whole = (sums) =>
    underivedCount === 0 ? sums : (Object.fromEntries(Object.keys(sums).map((key) => [key, null])) as typeof sums);
  const consumers = rows.filter(({ role }) => role === "consumer");
  const days = { from: months[0]?.from ?? window.from, toExclusive: months.at(-1)?.toExclusive ?? window.toExclusive };
  const held = sheets.map((sheet) => nameOf(sheet, rows, days, people)).filter(({ own }) => own.length > 0);
  const { named, ...joined } = mayReadWords
    ? { named: held, consumers: null, producers: null }
    : partSavings(held, sums);
  const points = named.flatMap(({ own, id: _, peopleIds: __, ...point }) => {
    const drawn = own.filter(({ role }) => role === "consumer");
    return drawn.length > 0 ? [{ ...point, ...whole(sumSavings(drawn)) }] : [];
  });
  const producers = named.flatMap(({ own, prm, name }) => {
    const given = own.filter(({ role }) => role === "producer");
    return given.length > 0 ? [{ prm, name, ...whole(sumIncome(given)) }] : [];
  });
  const substation = inForceOn(
    prices.filter(({ kind }) => kind === "substation"),
    day,
  )?.values.single;
  const isSingleSubstation = substation === undefined ? null : substation === 1;
  return {
    residents: joined.consumers || joined.producers ? sumResidents(joined, whole) : null,
    months: months.map(({ internalCents, ...month }) => ({
      ...month,
      ...sumSavings(consumers.filter(({ runId }) => runId === month.runId)),
      incomeCents: internalCents,
    })),
    points,
    participants: groupByParticipant(points),
    producers,
    total: {
      saved: sumKnownMonths(months.map(({ savedCents }) => savedCents)),
      income: sumKnownMonths(months.map(({ internalCents }) => internalCents)),
      resale: sumKnownMonths(months.map(({ resaleCents }) => resaleCents)),
    },
    underivedCount,
    lacks: named.flatMap(({ own, prm, name }) => {
      const gaps = listGaps(own);
      return gaps.length > 0 ? [{ prm, name, gaps }] : [];
    }),
    network: named.flatMap(({ own, prm, name }) => {
      const comparison = compareNetworkOptions(own, isSingleSubstation);
      return comparison ? [{ prm, name, ...comparison }] : [];
    }),
    isSingleSubstation,
    isApportioned: consumers.some(({ isApportioned }) => isApportioned),
  };
}

/** Leaves sums as they are, or makes all of them null. */
type Whole = <T extends Readonly<Record<string, number | null>>>(sums: T) => T;

type Row = RunMoneyRow & { readonly runId: string };

const isBlocked = ({ role, savedCents, withoutCents, internalCents, resaleCents }: Row) =>
  role === "consumer" ? savedCents === null || withoutCents === null : internalCents === null || resaleCents === null;

const listGaps = (rows: readonly Row[]) =>
  [...new Set(rows.filter(isBlocked).flatMap(({ lacking }) => lacking))].sort();

function sumResidents(
  { consumers, producers }: Omit<PartedSavings<HeldPoint>, "named">,
  whole: Whole,
): ResidentSavings {
  const drawn = rowsOf(consumers, "consumer");
  const given = rowsOf(producers, "producer");
  return {
    ...whole(sumSavings(drawn)),
    pointCount: consumers?.points.length ?? 0,
    siteCount: consumers?.siteCount ?? 0,
    gaps: listGaps([...drawn, ...given]),
    income: producers && { ...whole(sumIncome(given)), siteCount: producers.siteCount },
  };
}

type HeldPoint = ReturnType<typeof nameOf>;

const rowsOf = (group: PartedSavings<HeldPoint>["consumers"], role: Row["role"]) =>
  (group?.points ?? []).flatMap(({ own }) => own.filter((row) => row.role === role));

function nameOf(sheet: MeteringPointSheet, rows: readonly Row[], days: Period, people: ReadonlySet<string>) {
  return {
    id: sheet.id,
    prm: sheet.prm,
    name: sheet.name,
    participantName: nameHolders(sheet, days),
    holdersKey: [...new Set(holdersIn(sheet, days).map(({ participantId }) => participantId))].join(" "),
    peopleIds: holdersOver(sheet, days).filter((holderId) => people.has(holderId)),
    own: rows.filter(({ meteringPointId }) => meteringPointId === sheet.id),
  };
}

const AMOUNTS = [
  "savedCents",
  "withoutCents",
  "supplyCents",
  "internalCents",
  "networkCents",
  "exciseCents",
  "vatCents",
  "feeCents",
] as const satisfies readonly (keyof Saving)[];

function sumSavings(rows: readonly Saving[]): Saving {
  return Object.fromEntries(AMOUNTS.map((key) => [key, sumKnown(rows.map((row) => row[key]))])) as Saving;
}

const sumIncome = (rows: readonly Row[]) => ({
  internalCents: sumKnown(rows.map(({ internalCents }) => internalCents)),
  resaleCents: sumKnown(rows.map(({ resaleCents }) => resaleCents)),
});

function groupByParticipant(points: readonly PointSaving[]): OperationSavings["participants"] {
  const groups = new Map<string, PointSaving[]>();
  for (const point of points) groups.set(point.holdersKey, [...(groups.get(point.holdersKey) ?? []), point]);
  return [...groups].map(([key, own]) => ({
    key,
    name: own[0]?.participantName ?? "",
    pointCount: own.length,
    ...sumSavings(own),
  }));
}
