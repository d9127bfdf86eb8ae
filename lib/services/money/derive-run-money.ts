import "server-only";
import type { HolderStay, MoneyWriting, RunEnergies } from "@/lib/data/money-writing";
import type { RunOfPeriod } from "@/lib/data/run-tariffs";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { TariffKnowledge } from "@/lib/domain/tariffs/break-down-curves";
import { computeRunMoney } from "@/lib/domain/tariffs/compute-run-money";
import { listPriceStretches } from "@/lib/domain/tariffs/list-price-stretches";
import { indexPrices } from "@/lib/domain/tariffs/price-book";
import { priceCurves } from "@/lib/domain/tariffs/price-curves";
import type { PricedPart, PricedPoint } from "@/lib/domain/tariffs/price-entry";
import type { RunMoney, RunMoneyRow } from "@/lib/domain/tariffs/run-money";
import type { Period } from "@/lib/domain/time/period";
import { readPublicPrices } from "./read-public-prices";

/**
 * Derives the money of runs from what is stored of them and from the prices known in the transaction.
 *
 * Where no price changes within a period, the run's totals by tariff period are enough. Where one does, the curves of
 * each day are added up on both sides of the change: money is exact by the day.
 *
 * @param knowledge - Off-peak hours as they stand.
 */
export async function deriveRunMoney(
  writing: MoneyWriting,
  runs: readonly RunOfPeriod[],
  knowledge: TariffKnowledge,
): Promise<void> {
  if (runs.length === 0) return;
  const own = await writing.listPrices();
  const stays = await writing.listHolders();
  const shipped = readPublicPrices();
  const book = indexPrices(own, shipped);
  for (const run of runs) {
    const energies = await writing.readEnergies(run.id);
    // Public prices alone price nothing: no curve is read for them.
    const stretches = own.length === 0 ? [run.period] : listPriceStretches([...own, ...shipped], run.period);
    const parts =
      stretches.length === 1
        ? partsOfTotals(energies, run.period)
        : await readParts(writing, { run, points: energies.points, stretches, knowledge });
    const points = (role: PerimeterRole) =>
      energies.points
        .filter((point) => point.role === role)
        .map(
          ({ meteringPointId }): PricedPoint => ({
            meteringPointId,
            participantId: findHolder(stays, meteringPointId, run.period),
            stretches: parts.get(`${role} ${meteringPointId}`) ?? [],
          }),
        );
    const money = computeRunMoney(
      { consumers: points("consumer"), producers: points("producer"), pairs: energies.pairs },
      book,
    );
    await writing.replaceMoney(run.id, toRows(money));
  }
}

type Parts = ReadonlyMap<string, PricedPoint["stretches"]>;

function partsOfTotals({ points, tariffs }: RunEnergies, { from }: Period): Parts {
  const byPoint = new Map<string, PricedPart[]>();
  for (const { role, meteringPointId, ...part } of tariffs) {
    const key = `${role} ${meteringPointId}`;
    byPoint.set(key, [...(byPoint.get(key) ?? []), part]);
  }
  return new Map(
    points.map(({ role, meteringPointId, ...totals }) => {
      const key = `${role} ${meteringPointId}`;
      return [key, [{ from, parts: byPoint.get(key) ?? [{ period: null, ...totals }] }]];
    }),
  );
}

async function readParts(
  writing: MoneyWriting,
  {
    run: { id, period, stepMinutes },
    points,
    stretches,
    knowledge,
  }: {
    readonly run: RunOfPeriod;
    readonly points: RunEnergies["points"];
    readonly stretches: readonly Period[];
    readonly knowledge: TariffKnowledge;
  },
): Promise<Parts> {
  const curves = await writing.listCurves(
    id,
    points.map(({ meteringPointId }) => meteringPointId),
  );
  return new Map(
    curves.map((curve) => [
      `${curve.role} ${curve.meteringPointId}`,
      priceCurves(curve, { period, stepMinutes, stretches }, knowledge),
    ]),
  );
}

/** Who held a metering point first in a period: his prices and his choice of VAT hold for all of it. */
function findHolder(
  stays: readonly HolderStay[],
  meteringPointId: string,
  { from, toExclusive }: Period,
): string | null {
  const stay = stays.find(
    (each) =>
      each.meteringPointId === meteringPointId &&
      each.from < toExclusive &&
      (each.toExclusive === null || each.toExclusive > from),
  );
  return stay?.participantId ?? null;
}

const NOTHING = {
  supplyCents: null,
  internalCents: null,
  networkCents: null,
  exciseCents: null,
  vatCents: null,
  feeCents: null,
};

function toRows({ consumers, producers }: RunMoney): readonly RunMoneyRow[] {
  return [
    ...consumers.map(({ parts, ...money }) => ({
      ...NOTHING,
      ...money,
      ...parts,
      role: "consumer" as const,
      resaleCents: null,
    })),
    ...producers.map((money) => ({
      ...NOTHING,
      ...money,
      role: "producer" as const,
      withoutCents: null,
      savedCents: null,
      ordinaryNetworkCents: null,
      sharedNetworkCents: null,
      isApportioned: false,
    })),
  ];
}
