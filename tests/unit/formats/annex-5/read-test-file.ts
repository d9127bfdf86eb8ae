import type { ReadCoefficientDay } from "@/lib/formats/annex-5/annex-5-days";
import type { Annex5Expectation } from "@/lib/formats/annex-5/check-annex-5-name";
import { type Annex5Reading, readAnnex5File } from "@/lib/formats/annex-5/read-annex-5-file";

export const PRMS = ["12345678901234", "22345678901234", "32345678901234"];

type TestReading = Annex5Reading & {
  readonly days: readonly ReadCoefficientDay[];
  /** `CODE@line`, in file order. */
  readonly codes: readonly string[];
};

/** Reads a file in pieces of some bytes, as it comes from a network. */
export async function readTestFile(
  content: string | Uint8Array,
  { name, pieceBytes = 7, ...expected }: Annex5Expectation & { readonly name: string; readonly pieceBytes?: number },
): Promise<TestReading> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const chunks = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, k) =>
    bytes.subarray(k * pieceBytes, (k + 1) * pieceBytes),
  );
  const days: ReadCoefficientDay[] = [];
  const reading = await readAnnex5File({ name, chunks }, expected, (day) => {
    days.push(day);
  });
  const codes = reading.problems.listed.map(({ code, line }) => (line === undefined ? code : `${code}@${line}`));
  return { ...reading, days, codes };
}

/** The rows of one day at one value a step, as they should be. */
export function dayRows(day: string, hours: readonly string[], cells = "1,5;22,3;17,8"): string[] {
  return hours.map((hour) => `${day} ${hour};${cells}`);
}

const clock = (hour: number) => ["00", "30"].map((minute) => `${String(hour).padStart(2, "0")}:${minute}`);

/** What the clock shows at each half-hour of a day whose clock passes 02:00 so many times. */
export function halfHours(passages = 1): string[] {
  const night = Array.from({ length: passages }, () => clock(2)).flat();
  const rest = Array.from({ length: 21 }, (_, k) => clock(k + 3)).flat();
  return [...clock(0), ...clock(1), ...night, ...rest];
}
