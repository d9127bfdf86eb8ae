import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import { listPriceEntries } from "@/lib/data/price-entries";
import { listMonthMoney, listRunMoney, type MonthMoney } from "@/lib/data/run-money";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { compareNetworkOptions, type NetworkComparison } from "@/lib/domain/tariffs/compare-network-options";
import { inForceOn } from "@/lib/domain/tariffs/in-force-on";
import type { MoneyGap, RunMoneyRow, SavedParts } from "@/lib/domain/tariffs/run-money";
import { sumKnown } from "@/lib/domain/tariffs/sum-known";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { nameHolders } from "@/lib/services/runs/name-holders";

/** Amounts of some runs together; null as soon as one of them is not known. [cents] */
export type Saving = Readonly<Record<keyof SavedParts | "savedCents" | "withoutCents", number | null>>;

export type PointSaving = Saving & {
  readonly prm: string;
  readonly name: string;
  readonly participantName: string;
  /** Whoever held it in the window, by id: two people may have one name. */
  readonly holdersKey: string;
};

export type ProducerIncome = Pick<PointSaving, "prm" | "name"> & {
  readonly internalCents: number | null;
  readonly resaleCents: number | null;
};

/** A metering point whose money is not known in some run, and what to enter. */
export type MoneyLack = Pick<PointSaving, "prm" | "name"> & { readonly gaps: readonly MoneyGap[] };

export type OperationSavings = {
  /** Period by period, with the parts of what all consumers save. */
  readonly months: readonly (Omit<MonthMoney, keyof Saving> & Saving & { readonly incomeCents: number | null })[];
  readonly points: readonly PointSaving[];
  readonly participants: readonly (Saving & {
    readonly key: string;
    readonly name: string;
    readonly pointCount: number;
  })[];
  readonly producers: readonly ProducerIncome[];
  readonly total: Saving & { readonly resaleCents: number | null; readonly incomeCents: number | null };
  readonly lacks: readonly MoneyLack[];
  readonly network: readonly (Pick<PointSaving, "prm" | "name"> & NetworkComparison)[];
  /** Whether all points are behind one substation; null: nobody said. */
  readonly isSingleSubstation: boolean | null;
  /** The internal price changed within a period: its energies were apportioned. */
  readonly isApportioned: boolean;
};

/**
 * What the operation changes in money over the periods that begin in a window, from what is stored with their latest runs.
 *
 * @param day - Today, for what holds now.
 */
export async function readSavings(
  operationId: AuthorizedOperationId,
  window: Period,
  day: CivilDate,
): Promise<OperationSavings> {
  const [months, sheets, prices] = await Promise.all([
    listMonthMoney([operationId], window),
    listMeteringPoints(operationId),
    listPriceEntries(operationId),
  ]);
  const rows = await listRunMoney(
    operationId,
    months.map(({ runId }) => runId),
  );
  const consumers = rows.filter(({ role }) => role === "consumer");
  const named = sheets.map((sheet) => nameOf(sheet, rows, window)).filter(({ own }) => own.length > 0);
  const points = named.flatMap(({ own, ...point }) => {
    const drawn = own.filter(({ role }) => role === "consumer");
    return drawn.length > 0 ? [{ ...point, ...sumSavings(drawn) }] : [];
  });
  const producers = named.flatMap(({ own, prm, name }) => {
    const given = own.filter(({ role }) => role === "producer");
    return given.length > 0 ? [{ prm, name, ...sumIncome(given) }] : [];
  });
  const substation = inForceOn(
    prices.filter(({ kind }) => kind === "substation"),
    day,
  )?.values.single;
  const isSingleSubstation = substation === undefined ? null : substation === 1;
  return {
    months: months.map(({ internalCents, ...month }) => ({
      ...month,
      ...sumSavings(consumers.filter(({ runId }) => runId === month.runId)),
      incomeCents: internalCents,
    })),
    points,
    participants: groupByParticipant(points),
    producers,
    total: {
      ...sumSavings(consumers),
      resaleCents: sumKnown(months.map(({ resaleCents }) => resaleCents)),
      incomeCents: sumKnown(months.map(({ internalCents }) => internalCents)),
    },
    lacks: named.flatMap(({ own, prm, name }) => {
      const gaps = [...new Set(own.filter(isBlocked).flatMap(({ lacking }) => lacking))].sort();
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

type Row = RunMoneyRow & { readonly runId: string };

const isBlocked = ({ role, savedCents, withoutCents, internalCents, resaleCents }: Row) =>
  role === "consumer" ? savedCents === null || withoutCents === null : internalCents === null || resaleCents === null;

function nameOf(sheet: MeteringPointSheet, rows: readonly Row[], window: Period) {
  return {
    prm: sheet.prm,
    name: sheet.name,
    participantName: nameHolders(sheet, window),
    holdersKey: [...new Set(sheet.holders.map(({ participantId }) => participantId))].join(" "),
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
