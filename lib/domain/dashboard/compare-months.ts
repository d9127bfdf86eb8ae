import { ENERGY_KEYS, type MonthEnergies, type PartialEnergies } from "./month-energies";

/** One energy of some months beside the same of what they are compared with. */
export type QuantityComparison = {
  /** Over how many months: only those that both have. */
  readonly months: number;
  /** [Wh] */
  readonly currentWh: number;
  /** [Wh] */
  readonly referenceWh: number;
  /** (current − reference) / reference; null when the reference is 0. */
  readonly changeRatio: number | null;
};

export type MonthsComparison = { readonly [Key in keyof MonthEnergies]: QuantityComparison | null };

/**
 * Sets months beside last year's or a forecast, energy by energy, over the months that both have.
 *
 * @param months - Each with what it is compared with; null: it has none.
 * @returns Null for an energy that no month has on both sides.
 */
export function compareMonths(
  months: readonly { readonly energies: MonthEnergies | null; readonly reference: PartialEnergies | null }[],
): MonthsComparison {
  const compare = (key: keyof MonthEnergies): QuantityComparison | null => {
    const both = months.flatMap(({ energies, reference }) => {
      const referenceWh = reference?.[key] ?? null;
      return energies === null || referenceWh === null ? [] : [{ currentWh: energies[key], referenceWh }];
    });
    if (both.length === 0) return null;
    const currentWh = both.reduce((sum, month) => sum + month.currentWh, 0);
    const referenceWh = both.reduce((sum, month) => sum + month.referenceWh, 0);
    const changeRatio = referenceWh === 0 ? null : (currentWh - referenceWh) / referenceWh;
    return { months: both.length, currentWh, referenceWh, changeRatio };
  };
  return Object.fromEntries(ENERGY_KEYS.map((key) => [key, compare(key)])) as MonthsComparison; // one entry for each key
}
