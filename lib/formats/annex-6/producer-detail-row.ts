import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";

/** What a producer shared with one consumer. */
export type ProducerDetailRow = {
  /** Of the consumer; whether it is in the perimeter is the caller's to say. */
  readonly consumer: MeasureIdentifier;
  /** Null where the file says nothing. [Wh] */
  readonly energyWh: number | null;
};
