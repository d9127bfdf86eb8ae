import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { formatDay, formatMonth } from "@/lib/format/format-date";
import { formatKw } from "@/lib/format/format-energy";
import {
  formatInstant,
  formatInstantDay,
  formatTime,
  formatTimeWithOffset,
  hasClockChange,
} from "@/lib/format/format-instant";
import { type CurvePlotData, STATE_CODES } from "./curve-plot-data";

const DAY_MS = 86_400_000;
const MAX_SPOKEN = 4; // curves

/** When a stretch is, on the clock of Paris, with its offset on the days it changes. */
export function nameStretch({ startsMs, endMs }: CurvePlotData, index: number): string {
  const start = startsMs[index] ?? endMs;
  const end = startsMs[index + 1] ?? endMs;
  const [from, to] = [parisCivilDate(start), parisCivilDate(end)];
  const isWholeDays = parisMidnightMs(from) === start && parisMidnightMs(to) === end;
  if (!isWholeDays) return `${formatInstantDay(start)}, ${nameHours(start, end)}`;
  if (to === addDays(from, 1)) return formatDay(from);
  if (from.endsWith("-01") && to.endsWith("-01") && end - start < 32 * DAY_MS) return formatMonth(from);
  return `du ${formatDay(from)} au ${formatDay(addDays(to, -1))}`;
}

function nameHours(start: number, end: number): string {
  const day = parisCivilDate(start);
  const changes = hasClockChange(parisMidnightMs(day), parisMidnightMs(addDays(day, 1)));
  if (end - start > DAY_MS) return `de ${formatTime(start)} au ${formatInstant(end)}`;
  const format = changes ? formatTimeWithOffset : formatTime;
  return `${format(start)} – ${format(end)}`;
}

const STATES: Readonly<Record<string, string>> = {
  [STATE_CODES.corrected]: "corrigé",
  [STATE_CODES.manual]: "saisi",
  [STATE_CODES.missing]: "incomplet",
  [STATE_CODES.outside]: "hors périmètre",
};

/** What a curve is worth over a stretch, and what must be said of it. */
export function describeValue({ meanW, partialW, states }: CurvePlotData["curves"][number], index: number): string {
  const state = states[index] ?? "";
  const value = meanW[index] ?? partialW?.[index] ?? null;
  if (value === null) return state === STATE_CODES.outside ? "hors périmètre" : "manquant";
  const said = STATES[state];
  return said ? `${formatKw(value, 2)}, ${said}` : formatKw(value, 2);
}

/** The same in a sentence, for those who hear it. */
export function describeStretch(data: CurvePlotData, index: number): string {
  const spoken = data.curves.slice(0, MAX_SPOKEN).map((curve) => `${curve.label} ${describeValue(curve, index)}`);
  const rest = data.curves.length > MAX_SPOKEN ? ["les autres dans le tableau"] : [];
  return `${nameStretch(data, index)} : ${[...spoken, ...rest].join(" ; ")}`;
}
