import type { Period } from "@/lib/domain/time/period";
import { writeProducerDetailFileName } from "./producer-detail-file-name";
import { writeKwh } from "./write-kwh";

const HEADER = "PRM CONS;AUTOCONSO (kWh)";

type ProducerDetail = {
  /** PRM or injection contract. */
  readonly producer: string;
  readonly period: Period;
  /** In the order wanted, each PRM once. Null where missing. [Wh] */
  readonly rows: readonly { readonly prm: string; readonly energyWh: number | null }[];
};

/**
 * Writes what a producer shared with each consumer, which `readProducerDetailFile` reads back, to the nearest 10 Wh
 * that two decimals of a kWh can say.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function writeProducerDetailFile({ producer, period, rows }: ProducerDetail): {
  readonly name: string;
  readonly text: string;
} {
  const lines = rows.map(({ prm, energyWh }) => `${prm};${writeKwh(energyWh)}`);
  return { name: writeProducerDetailFileName(producer, period), text: [HEADER, ...lines, ""].join("\r\n") };
}
