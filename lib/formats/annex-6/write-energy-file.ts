import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { TariffPeriod } from "@/lib/domain/tariffs/tariff-period";
import type { Period } from "@/lib/domain/time/period";
import { writeMeasureFileName } from "./measure-file-name";
import { writeKwh } from "./write-kwh";

type EnergyFile = {
  /** PRM, ACC number or injection contract. */
  readonly identifier: string;
  readonly quantity: EnergyQuantity;
  readonly period: Period;
  /** In the order wanted, each label once. Null where missing. [Wh] */
  readonly rows: readonly { readonly label: TariffPeriod | string; readonly energyWh: number | null }[];
};

/**
 * Writes an energy file of annexe 6, which `readEnergyFile` reads back, to the nearest 10 Wh that two decimals
 * of a kWh can say.
 *
 * Its name carries the quantity, where the DSO's says "quantités" of every one of them.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function writeEnergyFile(file: EnergyFile): { readonly name: string; readonly text: string } {
  const lines = file.rows.map(({ label, energyWh }) => `${label};${writeKwh(energyWh)};\r\n`);
  return { name: writeMeasureFileName({ ...file, kind: "energy" }), text: lines.join("") };
}
