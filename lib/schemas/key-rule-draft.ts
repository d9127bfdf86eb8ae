import type { CalendarEntry, KeyRule, TierSharing } from "@/lib/domain/coefficients/key-rule";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";

/** Percentages as typed, by metering point id. */
export type TypedShares = Readonly<Record<string, string>>;

/** A range of the calendar as typed. */
export type EntryDraft = {
  /** Only to tell ranges apart while they are edited. */
  readonly id: string;
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  /** `HH:MM`; the end may be 24:00, written 00:00. */
  readonly fromClock: string;
  readonly toClock: string;
  readonly percents: TypedShares;
};

/** A rule as a form holds it: what was typed, kept when another kind is looked at. */
export type RuleDraft = {
  readonly kind: "pro_rata" | "tiers" | "calendar";
  /** Tier of each consumer, from 1; absent or 0: none. */
  readonly tierOf: Readonly<Record<string, number>>;
  /** How each tier is shared, the first tier first. */
  readonly sharings: readonly TierSharing["kind"][];
  /** Share of each consumer in its tier. */
  readonly tierPercents: TypedShares;
  readonly entries: readonly EntryDraft[];
  readonly defaultPercents: TypedShares;
};

export type OfferedRule = Exclude<KeyRule, { readonly kind: "file" }>;

/** How many tiers a form offers. */
export const OFFERED_TIERS = 4;

const WHOLE_PPM = 1_000_000;
const ALL_MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1));
const ALL_WEEKDAYS = Array.from({ length: 7 }, (_, day) => String(day + 1));

/** A range of every day, all day long, to be narrowed. */
export function newEntryDraft(id: string): EntryDraft {
  return { id, months: ALL_MONTHS, weekdays: ALL_WEEKDAYS, fromClock: "08:00", toClock: "18:00", percents: {} };
}

/** The form of a rule that exists. */
export function toRuleDraft(rule: OfferedRule): RuleDraft {
  const empty: RuleDraft = {
    kind: rule.kind,
    tierOf: {},
    sharings: Array.from({ length: OFFERED_TIERS }, () => "pro_rata"),
    tierPercents: {},
    entries: [],
    defaultPercents: {},
  };
  switch (rule.kind) {
    case "pro_rata":
      return empty;
    case "tiers": {
      const places = rule.tiers.flatMap(({ consumerIds }, place) => consumerIds.map((id) => [id, place + 1] as const));
      const shares = rule.tiers.flatMap(({ sharing }) =>
        sharing.kind === "fixed" ? Object.entries(sharing.shares) : [],
      );
      return {
        ...empty,
        tierOf: Object.fromEntries(places),
        sharings: empty.sharings.map((sharing, place) => rule.tiers[place]?.sharing.kind ?? sharing),
        tierPercents: toTyped(Object.fromEntries(shares)),
      };
    }
    case "calendar":
      return {
        ...empty,
        entries: rule.entries.map((entry, place) => ({
          id: String(place),
          months: entry.months.map(String),
          weekdays: entry.weekdays.map(String),
          fromClock: toClock(entry.fromMinute),
          toClock: toClock(entry.toMinute),
          percents: toTyped(entry.shares),
        })),
        defaultPercents: toTyped(rule.defaultShares),
      };
  }
}

/** The rule that a form says, or what it lacks, in French. */
export function fromRuleDraft(draft: RuleDraft): { readonly rule: OfferedRule } | { readonly reason: string } {
  switch (draft.kind) {
    case "pro_rata":
      return { rule: { kind: "pro_rata" } };
    case "tiers":
      return readTiers(draft);
    case "calendar":
      return readCalendar(draft);
  }
}

function readTiers({ tierOf, sharings, tierPercents }: RuleDraft): ReturnType<typeof fromRuleDraft> {
  const tiers: { consumerIds: string[]; sharing: TierSharing }[] = [];
  for (const [place, kind] of sharings.entries()) {
    const consumerIds = Object.keys(tierOf).filter((id) => tierOf[id] === place + 1);
    if (consumerIds.length === 0) continue; // an empty tier is one that was not needed
    if (kind !== "fixed") tiers.push({ consumerIds, sharing: { kind } });
    else {
      const shares = readShares(Object.fromEntries(consumerIds.map((id) => [id, tierPercents[id] ?? ""])));
      if (!shares) return { reason: `Rang ${place + 1} : une part n’est pas un pourcentage. Exemple : 12,5.` };
      if (sumOf(shares) !== WHOLE_PPM) return { reason: `Rang ${place + 1} : les parts ne font pas 100 %.` };
      tiers.push({ consumerIds, sharing: { kind, shares } });
    }
  }
  if (tiers.length === 0) return { reason: "Donnez un rang à au moins un consommateur." };
  return { rule: { kind: "tiers", tiers } };
}

function readCalendar({ entries, defaultPercents }: RuleDraft): ReturnType<typeof fromRuleDraft> {
  const defaultShares = readShares(defaultPercents);
  if (!defaultShares) return { reason: "Le reste du temps : une part n’est pas un pourcentage. Exemple : 12,5." };
  if (sumOf(defaultShares) > WHOLE_PPM) return { reason: "Le reste du temps : la somme dépasse 100 %." };
  const read: CalendarEntry[] = [];
  for (const [place, entry] of entries.entries()) {
    const found = readEntry(entry);
    if (typeof found === "string") return { reason: `Plage ${place + 1} : ${found}` };
    read.push(found);
  }
  return { rule: { kind: "calendar", entries: read, defaultShares } };
}

function readEntry({ months, weekdays, fromClock, toClock: end, percents }: EntryDraft): CalendarEntry | string {
  if (months.length === 0) return "choisissez au moins un mois.";
  if (weekdays.length === 0) return "choisissez au moins un jour.";
  const [fromMinute, endMinute] = [readClock(fromClock), readClock(end)];
  if (fromMinute === null || endMinute === null) return "donnez une heure de début et une heure de fin.";
  const toMinute = endMinute === 0 ? 1_440 : endMinute;
  if (fromMinute === toMinute) return "l’heure de fin est celle du début.";
  const shares = readShares(percents);
  if (!shares) return "une part n’est pas un pourcentage. Exemple : 12,5.";
  if (sumOf(shares) > WHOLE_PPM) return "la somme dépasse 100 %.";
  return { months: months.map(Number), weekdays: weekdays.map(Number), fromMinute, toMinute, shares };
}

function readShares(typed: TypedShares): Record<string, number> | null {
  const shares: Record<string, number> = {};
  for (const [id, text] of Object.entries(typed)) {
    if (text.trim() === "") continue;
    const ppm = parsePercentPpm(text);
    if (ppm === null) return null;
    shares[id] = ppm;
  }
  return shares;
}

/** What typed shares add up to; null when one is no percentage. [ppm] */
export function sumTypedShares(typed: TypedShares): number | null {
  const shares = readShares(typed);
  return shares && sumOf(shares);
}

function sumOf(shares: Readonly<Record<string, number>>): number {
  return Object.values(shares).reduce((sum, ppm) => sum + ppm, 0);
}

function toTyped(shares: Readonly<Record<string, number>>): TypedShares {
  return Object.fromEntries(Object.entries(shares).map(([id, ppm]) => [id, String(ppm / 10_000).replace(".", ",")]));
}

function toClock(minute: number): string {
  const inDay = minute % 1_440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

function readClock(text: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}
