import { type ExplorerWindow, snapWindow } from "@/lib/domain/explorer/snap-window";
import { addDays, type CivilDate, civilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { ExplorerSearch } from "@/lib/schemas/explorer-search";
import type { ExplorerComparison } from "@/lib/services/measures/read-explorer";
import type { ExplorerChoices } from "@/lib/services/measures/read-explorer-choices";

/** What an address asks for, with what goes without saying: everybody, over the last month that has values. */
export function resolveSearch(
  search: ExplorerSearch,
  { measured, hasConsumers, hasProducers }: ExplorerChoices,
  stepMinutes: number,
  today: CivilDate,
): ExplorerSearch & ExplorerWindow {
  const everybody = [...(hasProducers ? ["producers"] : []), ...(hasConsumers ? ["consumers"] : [])];
  const { startMs, endMs } = search;
  const asked = startMs !== null && endMs !== null && startMs < endMs ? { startMs, endMs } : null;
  return {
    ...search,
    choices: search.choices.length > 0 ? search.choices : everybody,
    ...snapWindow(asked ?? monthOf(measured?.lastDay ?? addDays(today, -1)), stepMinutes),
  };
}

function monthOf(day: CivilDate): ExplorerWindow {
  const first = civilDate(`${day.slice(0, 8)}01`);
  const inNext = addDays(first, 32);
  return { startMs: parisMidnightMs(first), endMs: parisMidnightMs(civilDate(`${inNext.slice(0, 8)}01`)) };
}

/** With what the curves are compared, as the service takes it. */
export function resolveComparison({ comparison, isByWeekday }: ExplorerSearch): ExplorerComparison | null {
  if (comparison === null) return null;
  const alignment = isByWeekday ? "weekday" : "date";
  if (comparison === "last_year" || comparison === "previous") return { kind: "period", choice: comparison, alignment };
  if (isCivilDate(comparison)) return { kind: "period", choice: { from: comparison }, alignment };
  return { kind: "curves", choice: comparison };
}
