import { decodeText } from "@/lib/formats/decode-text";
import { findJsonList, type JsonSlice } from "./find-json-list";

/** The measures of an R63 file, parsed as they are asked for. */
export type R63Document = {
  /** Where their list stands in the file: `mesures`, or nothing before their index; null when the file is one measure. */
  readonly path: string | null;
  /** Null when the file has another shape. Throws a SyntaxError where it is no JSON. */
  readonly measures: Iterable<unknown> | null;
};

/**
 * Opens an R63 file in JSON: `{mesures: […]}` of SGE, or the bare `{idPrm, grandeur}` of Data Connect, alone or in a list.
 *
 * Measures are parsed one at a time: memory holds the points of one meter.
 *
 * @throws {SyntaxError} when it is no JSON.
 */
export function openR63Document(bytes: Uint8Array): R63Document {
  const found = findJsonList(bytes, "mesures");
  if (!found) return openWhole(JSON.parse(decodeText(bytes)));
  const { list, elements } = found;
  // What stands around the list has to be right too, and may not say anything else about measures.
  const around: unknown = JSON.parse(
    `${decodeText(bytes.subarray(0, list.start))}[]${decodeText(bytes.subarray(list.end))}`,
  );
  const { path, measures } = openWhole(around);
  if (!(Array.isArray(measures) && measures.length === 0)) return openWhole(JSON.parse(decodeText(bytes)));
  return { path, measures: parseEach(bytes, elements) };
}

function openWhole(root: unknown): R63Document {
  if (Array.isArray(root)) return { path: "", measures: root };
  if (typeof root !== "object" || root === null) return { path: null, measures: null };
  if ("mesures" in root && Array.isArray(root.mesures)) return { path: "mesures", measures: root.mesures };
  return { path: null, measures: "idPrm" in root || "grandeur" in root ? [root] : null };
}

function* parseEach(bytes: Uint8Array, elements: readonly JsonSlice[]): Generator<unknown> {
  for (const { start, end } of elements) yield JSON.parse(decodeText(bytes.subarray(start, end)));
}
