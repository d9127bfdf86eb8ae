import {
  classifyMeasureIdentifier,
  type MeasureIdentifier,
} from "@/lib/domain/identifiers/classify-measure-identifier";
import type { Period } from "@/lib/domain/time/period";
import { parseDatedFileName, writeDatedFileName } from "./dated-file-name";

/** Whose detail a file is, and of which days. */
export type ProducerDetailFileName = { readonly producer: MeasureIdentifier; readonly period: Period };

/**
 * Reads the name of a producer's detail.
 *
 * The convention gives it none: any name that starts like the others of annexe 6 is read, `<id>_27032017_15042017` [I].
 *
 * @param path - Name of the file; folders before it are ignored.
 * @returns Null when the name does not say both: ask whose file it is, and of which days.
 */
export function parseProducerDetailFileName(path: string): ProducerDetailFileName | null {
  const dated = parseDatedFileName(path);
  return dated && { producer: classifyMeasureIdentifier(dated.id), period: dated.period };
}

/** A name for a producer's detail, as {@link parseProducerDetailFileName} reads it. */
export function writeProducerDetailFileName(producer: string, period: Period): string {
  return `${writeDatedFileName(producer, period)}_Autoprod_DETAIL.csv`;
}
