import type { ReportedAction } from "@/lib/domain/scoring/climate-report";
import { STATUS_WORDS, UNFILLED_WORD } from "./climate-words";
import { formatPercent } from "./format-percent";

/** The status of an action in words; empty for what has none, a measure or an axis. */
export function describeActionStatus({
  level,
  shown,
  detail,
  score,
}: Pick<ReportedAction, "level" | "shown" | "detail" | "score">): string {
  if (level !== "sub_action" && level !== "task") return "";
  if (score.deactivated) return "Sans objet (personnalisation)";
  if (shown === null) return UNFILLED_WORD;
  if (shown !== "detailed" || !detail) return STATUS_WORDS[shown];
  const [done, planned, notDone] = detail.map((part) => formatPercent(part, 0));
  return `${STATUS_WORDS.detailed} : fait ${done}, programmé ${planned}, pas fait ${notDone}`;
}
