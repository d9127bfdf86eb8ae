import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { identifierText } from "@/lib/domain/identifiers/identifier-text";
import type { PerimeterRole } from "./attachment";
import type { Stay } from "./changed-days";

/** A stay of the registry. */
export type RegistryStay = Stay & {
  readonly prm: string;
  readonly role: PerimeterRole;
  /** 10-digit reference by which the operator may name a producer. */
  readonly injectionContract: string | null;
};

/** A line of the operator's perimeter file. */
export type PublishedStay = Stay & { readonly identifier: MeasureIdentifier };

/** How sure it is that a line means this metering point: its first zero was lost, or its injection contract names it. */
export type MatchDoubt = "zero_lost" | "injection_contract";

export type DifferingStay = {
  readonly ours: RegistryStay;
  readonly theirs: Stay;
  readonly doubts: readonly MatchDoubt[];
};

export type FileOnlyStay = Stay & {
  readonly prm: string;
  /** The registry has this metering point, but not these days. */
  readonly isKnown: boolean;
  readonly doubts: readonly MatchDoubt[];
};

/** What the registry and the operator say differently; each list in the order of its own side. */
export type AttachmentComparison = {
  readonly identical: readonly RegistryStay[];
  readonly differing: readonly DifferingStay[];
  readonly onlyRegistry: readonly RegistryStay[];
  readonly onlyFile: readonly FileOnlyStay[];
  /** Lines whose identifier is nobody's: no PRM, or a contract the registry does not know, or knows twice. */
  readonly unknown: readonly (Stay & { readonly text: string })[];
};

type Line = Stay & { readonly prm: string; readonly doubts: readonly MatchDoubt[]; readonly byContract: boolean };

/**
 * Sets the registry's stays against the operator's lines.
 *
 * The file has no roles [I]: a line that names a PRM stands for whatever the PRM is, so one line may answer for both
 * roles of a storage unit; a line that names an injection contract stands for its producer, and once a PRM has one, its
 * other lines are the consumer's. Same days first; what is left of a PRM is paired with the line it shares the most
 * days with, else with the nearest, so that a moved date is told as one.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 6 (Perimetre_Participants.csv).
 */
export function compareAttachments(
  ours: readonly RegistryStay[],
  theirs: readonly PublishedStay[],
): AttachmentComparison {
  const { lines, unknown } = nameLines(ours, theirs);
  const linesOf = groupByPrm(lines);
  const identical = new Set<RegistryStay>();
  const pairs = new Map<RegistryStay, Line>();
  for (const [prm, stays] of groupByPrm(ours)) {
    for (const role of ["consumer", "producer"] as const) {
      const ofRole = stays.filter((stay) => stay.role === role);
      const candidates = linesFor(role, stays, linesOf.get(prm) ?? []);
      for (const [stay, line] of pairStays(ofRole, candidates)) {
        pairs.set(stay, line);
        if (isSame(stay, line)) identical.add(stay);
      }
    }
  }
  const used = new Set(pairs.values());
  const known = new Set(ours.map(({ prm }) => prm));
  return {
    identical: ours.filter((stay) => identical.has(stay)),
    differing: ours.flatMap((stay) => {
      const line = pairs.get(stay);
      return line && !identical.has(stay) ? [{ ours: stay, theirs: daysOf(line), doubts: line.doubts }] : [];
    }),
    onlyRegistry: ours.filter((stay) => !pairs.has(stay)),
    onlyFile: lines.flatMap((line) => {
      const { prm, doubts } = line;
      return used.has(line) ? [] : [{ prm, isKnown: known.has(prm), doubts, ...daysOf(line) }];
    }),
    unknown,
  };
}

/** Which PRM each line means. */
function nameLines(ours: readonly RegistryStay[], theirs: readonly PublishedStay[]) {
  const prmOfContract = new Map<string, string | null>();
  for (const { prm, injectionContract } of ours) {
    if (injectionContract === null) continue;
    const other = prmOfContract.get(injectionContract);
    prmOfContract.set(injectionContract, other === undefined || other === prm ? prm : null);
  }
  const lines: Line[] = [];
  const unknown: (Stay & { readonly text: string })[] = [];
  for (const { identifier, ...stay } of theirs) {
    if (identifier.kind === "metering_point") {
      const doubts = identifier.doubts.filter((doubt) => doubt === "zero_lost");
      lines.push({ ...daysOf(stay), prm: identifier.prm, doubts, byContract: false });
      continue;
    }
    const prm = identifier.kind === "injection_contract" ? prmOfContract.get(identifier.reference) : null;
    if (prm) lines.push({ ...daysOf(stay), prm, doubts: ["injection_contract"], byContract: true });
    else unknown.push({ ...daysOf(stay), text: identifierText(identifier) });
  }
  return { lines, unknown };
}

function linesFor(role: PerimeterRole, stays: readonly RegistryStay[], lines: readonly Line[]): readonly Line[] {
  const has = (wanted: PerimeterRole) => stays.some((stay) => stay.role === wanted);
  const hasContract = lines.some(({ byContract }) => byContract);
  if (!hasContract || !has("producer")) return lines;
  if (role === "producer") return has("consumer") ? lines.filter(({ byContract }) => byContract) : lines;
  return lines.filter(({ byContract }) => !byContract);
}

/** Each stay with its line, as far as there are any; a line serves one stay of a role. */
function pairStays(stays: readonly RegistryStay[], lines: readonly Line[]): ReadonlyMap<RegistryStay, Line> {
  const pairs = new Map<RegistryStay, Line>();
  const free = new Set(lines);
  const take = (stay: RegistryStay, line: Line | undefined) => {
    if (!line) return;
    pairs.set(stay, line);
    free.delete(line);
  };
  for (const stay of stays) {
    take(
      stay,
      [...free].find((line) => isSame(stay, line)),
    );
  }
  for (const stay of stays.filter((each) => !pairs.has(each))) {
    take(stay, [...free].toSorted((a, b) => sharedDays(stay, b) - sharedDays(stay, a))[0]);
  }
  return pairs;
}

const DAY_MS = 86_400_000;
const END_OF_TIME_MS = Date.parse("9999-12-31");
const msOf = (day: string | null) => (day === null ? END_OF_TIME_MS : Date.parse(day));

/** How many days two stays share; when none, minus the days between them. */
function sharedDays(a: Stay, b: Stay): number {
  const start = Math.max(msOf(a.from), msOf(b.from));
  const end = Math.min(msOf(a.toExclusive), msOf(b.toExclusive));
  return (end - start) / DAY_MS;
}

function isSame(a: Stay, b: Stay): boolean {
  return a.from === b.from && a.toExclusive === b.toExclusive;
}

function daysOf({ from, toExclusive }: Stay): Stay {
  return { from, toExclusive };
}

function groupByPrm<T extends { readonly prm: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.prm);
    if (group) group.push(item);
    else groups.set(item.prm, [item]);
  }
  return groups;
}
