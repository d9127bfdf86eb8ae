import type { PairMoney } from "./compute-pair-money";
import { energyCents } from "./energy-cents";
import { findPrice } from "./find-price";
import type { PriceBook } from "./price-book";
import { FORMULA_PERIODS } from "./price-choices";
import type { PricedPoint, PricedStretch, PriceKind, PriceSubject, PriceValues } from "./price-entry";
import { priceOfPeriod } from "./price-of-period";
import { roundAmounts } from "./round-amounts";
import type { ConsumerMoney, MoneyGap } from "./run-money";

/**
 * What a consumer pays less with the operation than without, over a run.
 *
 * Without it all he draws is bought at the supply price, with the ordinary network tariff, the excise and VAT. With it
 * only the complement is; what is self-consumed is paid to the producers, bears the network tariff (ordinary, or the
 * collective self-consumption component where it was chosen), the excise of self-consumption, VAT and the fee. What he
 * draws stays the base of the network tariff (art. 6): without the option it changes nothing.
 *
 * Rounded once: the amount paid to each producer, and what is saved beside it. The six parts are fitted to their sum.
 *
 * @param payments - To each producer, by stretch of `consumer`.
 * @returns Null amounts where a price lacks that has energy to price; `lacking` names what to enter.
 */
export function computeConsumerMoney(
  consumer: PricedPoint,
  payments: readonly PairMoney[],
  book: PriceBook,
): ConsumerMoney {
  const gaps = new Set<MoneyGap>();
  const stretches = consumer.stretches.map((stretch, index) => {
    const paid = payments.reduce((sum, { byStretch }) => sum + (byStretch[index] as number), 0);
    return priceStretch({ consumer, stretch, paid, isFirst: index === 0, book, gaps });
  });
  const total = (key: keyof StretchMoney) => stretches.reduce((sum, stretch) => sum + stretch[key], 0);
  const paid = payments.reduce((sum, { cents }) => sum + cents, 0);
  if (Number.isNaN(paid)) gaps.add("internal");
  const exact = (["supply", "network", "excise", "vat", "fee"] as const).map(total);
  const isKnown = ![...exact, paid].some(Number.isNaN);
  const saved = isKnown ? roundAmounts(exact) : null;
  const [supplyCents = 0, networkCents = 0, exciseCents = 0, vatCents = 0, feeCents = 0] = saved?.parts ?? [];
  return {
    meteringPointId: consumer.meteringPointId,
    withoutCents: toCents(total("without")),
    savedCents: saved && saved.total - paid + 0,
    parts: saved && { supplyCents, internalCents: 0 - paid, networkCents, exciseCents, vatCents, feeCents },
    ordinaryNetworkCents: toCents(total("ordinaryNetwork")),
    sharedNetworkCents: toCents(total("sharedNetwork")),
    lacking: [...gaps].sort(),
    isApportioned: payments.some(({ isApportioned }) => isApportioned),
  };
}

/** Of one stretch, not rounded. [cents] */
type StretchMoney = Readonly<
  Record<"without" | "supply" | "network" | "excise" | "vat" | "fee" | "ordinaryNetwork" | "sharedNetwork", number>
>;

type StretchTask = {
  readonly consumer: PricedPoint;
  readonly stretch: PricedStretch;
  /** To producers. [cents] */
  readonly paid: number;
  readonly isFirst: boolean;
  readonly book: PriceBook;
  readonly gaps: Set<MoneyGap>;
};

function priceStretch({ consumer, stretch, paid, isFirst, book, gaps }: StretchTask): StretchMoney {
  const { meteringPointId, participantId } = consumer;
  const find = (kind: PriceKind, ...subjects: readonly Partial<PriceSubject>[]) =>
    findPrice(book, kind, subjects, stretch.from);
  const told = (amount: number, gap: MoneyGap) => {
    if (Number.isNaN(amount)) gaps.add(gap);
    return amount;
  };
  const contract = find("contract", { meteringPointId }, {});
  // Days before an entry, or after an exit, need nothing.
  const isIdle = stretch.parts.every(({ energyWh }) => energyWh === 0);
  if (!isIdle && !contract?.excise) gaps.add("contract");
  const supply = find("supply", { meteringPointId }, {});
  const supplyGap = areHoursShort(stretch, Object.keys(supply ?? {})) ? "off_peak_hours" : "supply";
  const price = (of: EnergyOf, values: PriceValues | null) => sumCents(stretch, of, values);
  const code = textOf(contract, "excise");
  const excise = find("excise", { code });
  const exciseGap = code === "" ? "contract" : "excise";
  const network = isIdle
    ? NO_NETWORK
    : priceNetwork(stretch, contract, (kind, formula) => find(kind, { code: formula }), gaps);
  const saved = {
    supply: told(price(sharedOf, supply), supplyGap),
    network: network.saved,
    excise:
      told(price(sharedOf, excise), exciseGap) -
      told(price(sharedOf, find("excise_shared", { code }, {})), "excise_shared"),
  };
  const fee = find("fee", {});
  const feeCents = told(
    price(sharedOf, fee && { BASE: fee.energy ?? "" }) + (isFirst ? numberOf(fee, "period") / 1e3 : 0),
    "fee",
  );
  const without = told(price(drawnOf, supply), supplyGap) + told(price(drawnOf, excise), exciseGap) + network.ordinary;
  const choice = find("vat_choice", ...(participantId ? [{ participantId }] : []), {});
  const isWithVat = numberOf(choice, "included");
  const isChosen = isWithVat === 0 || isWithVat === 1;
  const vat = isWithVat === 1 ? find("vat", {}) : NO_VAT;
  const rateOf = (key: string) => (isChosen ? numberOf(vat, key) / 1e6 : Number.NaN);
  const taxed = (amount: number, key: string) =>
    amount === 0 ? 0 : told(amount * rateOf(key), isChosen ? "vat" : "vat_choice");
  const base = saved.supply + saved.network + saved.excise;
  return {
    ...saved,
    // A gap of the base is told already.
    vat: Number.isNaN(base + paid + feeCents)
      ? Number.NaN
      : taxed(base, "supply") - taxed(paid, "internal") - taxed(feeCents, "fee"),
    fee: 0 - feeCents,
    without: Number.isNaN(without) ? Number.NaN : without + taxed(without, "supply"),
    ordinaryNetwork: network.ordinary,
    sharedNetwork: network.shared,
  };
}

const NO_NETWORK = { ordinary: 0, shared: 0, saved: 0 } as const;
const NO_VAT: PriceValues = { supply: 0, internal: 0, fee: 0 };

type EnergyOf = (part: PricedStretch["parts"][number]) => number;
const drawnOf: EnergyOf = ({ energyWh }) => energyWh;
const sharedOf: EnergyOf = ({ sharedWh }) => sharedWh;
// Two sums of the same energies may differ in the last bit.
const complementOf: EnergyOf = ({ energyWh, sharedWh }) => Math.max(0, energyWh - sharedWh);

const sumCents = ({ parts }: PricedStretch, of: EnergyOf, values: PriceValues | null) =>
  parts.reduce((sum, part) => sum + energyCents(of(part), priceOfPeriod(values, part.period)), 0);

function priceNetwork(
  stretch: PricedStretch,
  contract: PriceValues | null,
  find: (kind: PriceKind, formula: string) => PriceValues | null,
  gaps: Set<MoneyGap>,
): { readonly ordinary: number; readonly shared: number; readonly saved: number } {
  const formula = textOf(contract, "formula");
  const option = textOf(contract, "option");
  const ordinary = sumCents(stretch, drawnOf, find("network_ordinary", formula));
  const shared =
    sumCents(stretch, sharedOf, find("network_shared", formula)) +
    sumCents(stretch, complementOf, find("network_complement", formula));
  const needed = option === "shared" ? ordinary + shared : ordinary;
  if (isFormula(formula) && Number.isNaN(needed)) {
    gaps.add(areHoursShort(stretch, FORMULA_PERIODS[formula]) ? "off_peak_hours" : "network");
  }
  // The base is what is drawn, shared or not: without the option nothing changes, whatever the tariff.
  const saved = option === "ordinary" ? 0 : option === "shared" ? ordinary - shared : Number.NaN;
  return { ordinary, shared, saved };
}

const isFormula = (code: string): code is keyof typeof FORMULA_PERIODS => Object.hasOwn(FORMULA_PERIODS, code);

/** Whether prices of these periods, all of them entered, would still not tell the price of some of the energy. */
function areHoursShort({ parts }: PricedStretch, names: readonly string[]): boolean {
  const hasName = (of: readonly string[]) => names.some((name) => of.includes(name));
  const { CU4, MUDT } = FORMULA_PERIODS;
  // A price that lacks beside others as fine is a price that lacks, not hours.
  const all = [...names, ...(hasName(CU4) ? CU4 : hasName(MUDT) ? MUDT : [])];
  const told = Object.fromEntries(all.map((name) => [name, 0]));
  return names.length > 0 && parts.some(({ period }) => Number.isNaN(priceOfPeriod(told, period)));
}

const textOf = (values: PriceValues | null, key: string) => String(values?.[key] ?? "");

function numberOf(values: PriceValues | null, key: string): number {
  const value = values?.[key];
  return typeof value === "number" ? value : Number.NaN;
}

const toCents = (amount: number) => (Number.isNaN(amount) ? null : Math.round(amount) + 0);
