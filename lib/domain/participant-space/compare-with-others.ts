import type { PublishedParty } from "@/lib/domain/publishing/count-participants";
import { groupHoldings, type SettledHolding } from "@/lib/domain/publishing/group-holdings";
import { legalEntity } from "@/lib/domain/publishing/legal-entity";
import { addMonths } from "@/lib/domain/time/add-months";
import type { Period } from "@/lib/domain/time/period";
import { comparedKind } from "./compared-kind";
import { judgeCircle } from "./judge-circle";
import type { ClosedRun, ComparedFigures, ComparedKind, OthersComparison, WithheldReason } from "./others-comparison";

/** Months further apart are not subtracted from each other, as for the public page, see `judgeMonths`. [months] */
const COMPARABLE_MONTHS = 12;

const WH_PER_KWH = 1_000;

/** Public bodies stand apart: what they draw is public information, see `isPublicBody`. */
const PROTECTED: readonly ComparedKind[] = ["household", "other_body"];

/**
 * What some closed months were for a participant and, in one sum, for the others of his kind; or why that is not told.
 *
 * The circle is the whole kind, without exception, so that it is the same for every reader and the same that others
 * read as a sum. It has to hold (`judgeCircle`) in every run ever closed within twelve months of those shown: figures
 * within reach of each other then stand on the same circle, since they have a run in common. And the other protected
 * kind, should there be any, has to hold as well: the sum of all consumers is read on the public page and by who owns
 * all roofs, and what public bodies draw may be asked for, so one kind gives the other.
 *
 * Who is behind a run is who is known to be today.
 *
 * @param shown - The months, closed, oldest first, at least one.
 * @param runs - Those within reach and more.
 */
export function compareWithOthers({
  participantId,
  shown,
  runs,
  parties,
}: {
  readonly participantId: string;
  readonly shown: readonly [Period, ...Period[]];
  readonly runs: readonly ClosedRun[];
  readonly parties: readonly PublishedParty[];
}): OthersComparison {
  const kinds = new Map(parties.map((party) => [party.id, comparedKind(party)]));
  const entities = new Map(parties.map((party) => [party.id, legalEntity(party)]));
  const kind = kinds.get(participantId) ?? "other_body";
  const span = { from: shown[0].from, toExclusive: (shown.at(-1) ?? shown[0]).toExclusive };
  const near = runs.filter(({ period }) => isWithinReach(period, shown));
  const told = { kind, span, monthCount: shown.length };
  const kindOf = (id: string): ComparedKind => kinds.get(id) ?? "other_body";
  const entityOf = (id: string): string => entities.get(id) ?? id;
  const judge = (its: ComparedKind): WithheldReason | null =>
    judgeCircle(near.map((run) => ({ ...run, settled: circleOf(run, its, kindOf, entityOf) })));
  const isAbsent = (its: ComparedKind): boolean =>
    near.every(({ settled }) => settled.every(({ participantId: id }) => kindOf(id) !== its));
  const rest = PROTECTED.includes(kind) ? PROTECTED.filter((its) => its !== kind && !isAbsent(its)) : [];
  const reason = judge(kind) ?? (rest.some((its) => judge(its) !== null) ? "exposes_others" : null);
  if (reason !== null) return { ...told, state: "withheld", reason };

  const starts = new Set(shown.map(({ from }) => from));
  const standing = near.filter(({ period, isStanding }) => isStanding && starts.has(period.from));
  const all = standing.flatMap(({ settled }) => settled);
  const own = all.filter((holding) => holding.participantId === participantId);
  const others = all.filter(({ participantId: id }) => kindOf(id) === kind && entityOf(id) !== entityOf(participantId));
  const count = new Set(groupHoldings(others).consumers.map(({ participantId: id }) => entityOf(id))).size;
  return { ...told, state: "shown", own: roundFigures(own, 1), others: { ...roundFigures(others, count), count } };
}

function isWithinReach({ from }: Period, shown: readonly [Period, ...Period[]]): boolean {
  const last = shown.at(-1) ?? shown[0];
  return addMonths(from, COMPARABLE_MONTHS) >= shown[0].from && addMonths(last.from, COMPARABLE_MONTHS) >= from;
}

// A point that went from one kind to another within a month is in both, with whoever held it: neither holds then.
function circleOf(
  { settled }: ClosedRun,
  kind: ComparedKind,
  kindOf: (id: string) => ComparedKind,
  entityOf: (id: string) => string,
): readonly SettledHolding[] {
  const held = settled.filter(({ participantId }) => kindOf(participantId) === kind);
  const points = new Set(held.map(({ meteringPointId }) => meteringPointId));
  return settled
    .filter(({ meteringPointId }) => points.has(meteringPointId))
    .map((holding) => ({ ...holding, participantId: entityOf(holding.participantId) }));
}

function roundFigures(holdings: readonly SettledHolding[], count: number): ComparedFigures {
  const energyWh = holdings.reduce((sum, holding) => sum + holding.energyWh, 0);
  const sharedWh = holdings.reduce((sum, holding) => sum + holding.sharedWh, 0);
  return {
    consumedKwh: Math.round(energyWh / count / WH_PER_KWH),
    sharePercent: energyWh > 0 ? Math.round((sharedWh / energyWh) * 100) : null,
  };
}
