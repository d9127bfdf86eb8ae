import { civilDate } from "@/lib/domain/time/civil-date";
import { DEMONSTRATION_OPERATION } from "./demonstration-operation";

/** The months of the demonstration for which the operator published its figures. */
export const PUBLISHED_MONTHS = {
  from: civilDate("2026-07-01"),
  toExclusive: civilDate("2026-10-01"),
} as const;

/** What the operator of the demonstration got wrong: it let the youth centre go three days before the end of September. */
export const DEMONSTRATION_SLIP = {
  prm: DEMONSTRATION_OPERATION.meteringPoints.find(({ name }) => name === "Point-jeunes")?.prm ?? "",
  role: "consumer",
  days: { from: civilDate("2026-09-28"), toExclusive: civilDate("2026-10-01") },
} as const;
