import type { Period } from "@/lib/domain/time/period";
import type { ImportContext } from "./import-context";
import type { FileSource } from "./list-sources";
import { parsePeriodAnswer } from "./parse-period-answer";

/** The days a file of figures is about, by its sender's answer; null, and the question put, until there is one. */
export function askPeriod(
  { key, name }: Pick<FileSource, "key" | "name">,
  { ask }: Pick<ImportContext, "ask">,
  message = `De quels jours parle « ${name} » ?`,
): Period | null {
  const answer = ask({ id: `period:${key}`, kind: "period", subject: name, file: name, message });
  return answer === null ? null : parsePeriodAnswer(answer);
}
