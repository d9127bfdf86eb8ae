import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { Attachment, PerimeterRole } from "./attachment";
import { changedDays, type Stay } from "./changed-days";
import { findUnviableDay } from "./find-unviable-day";

/** What becomes of one stay of a metering point in the perimeter. */
export type StayMove = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  /** Null: it enters. */
  readonly before: Stay | null;
  /** Null: it has never been. */
  readonly after: Stay | null;
};

/** Something a move of the perimeter causes besides itself, which a person should know before. */
export type MoveWarning =
  /** These settled periods will have to be settled again. */
  | { readonly code: "SETTLED_PERIODS"; readonly periods: readonly Period[] }
  /** These are closed: their results stay as they are, unless an administrator reopens them. */
  | { readonly code: "CLOSED_PERIODS"; readonly periods: readonly Period[] }
  /** From the day on there is no producer, or no consumer: the convention may be suspended (art. 8.6). */
  | { readonly code: "UNVIABLE"; readonly day: CivilDate; readonly lacks: readonly PerimeterRole[] }
  /** A static key does not name a consumer who enters: its share is 0 from the day until another key. */
  | { readonly code: "NOT_IN_KEY"; readonly day: CivilDate }
  /** The share of a consumer who leaves goes to the surplus until another key (art. 3.2.2). [ppm] */
  | { readonly code: "SHARE_FREED"; readonly day: CivilDate; readonly ppm: number };

type Situation = {
  /** The whole perimeter as it is, ever. */
  readonly attachments: readonly Attachment[];
  readonly keys: readonly CoefficientKey[];
  /** Settled and not closed. */
  readonly settled: readonly Period[];
  readonly closed: readonly Period[];
};

/** What a change of the perimeter causes besides itself, the gravest first. */
export function listMoveWarnings(
  { attachments, keys, settled, closed }: Situation,
  moves: readonly StayMove[],
): readonly MoveWarning[] {
  const days = moves.flatMap(({ before, after }) => changedDays(before, after) ?? []);
  const touched = (periods: readonly Period[]) =>
    periods.filter((period) => days.some((changed) => overlaps(changed, period)));
  const [again, frozen] = [touched(settled), touched(closed)];
  return [
    ...(again.length > 0 ? [{ code: "SETTLED_PERIODS" as const, periods: again }] : []),
    ...(frozen.length > 0 ? [{ code: "CLOSED_PERIODS" as const, periods: frozen }] : []),
    ...listUnviable(attachments, moves, days),
    ...moves.flatMap((move) => warnOfKey(move, keys)),
  ];
}

function listUnviable(
  attachments: readonly Attachment[],
  moves: readonly StayMove[],
  days: readonly Stay[],
): readonly MoveWarning[] {
  const first = days.map(({ from }) => from).toSorted()[0];
  if (!first) return [];
  const after = applyMoves(attachments, moves);
  const lack = findUnviableDay(after, first);
  // What lacked as early already is told by the list, not by the move.
  const known = findUnviableDay(attachments, first);
  return lack && (known === null || lack.day < known.day || lack.lacks.length > known.lacks.length)
    ? [{ code: "UNVIABLE", ...lack }]
    : [];
}

function applyMoves(attachments: readonly Attachment[], moves: readonly StayMove[]): readonly Attachment[] {
  const isMoved = (each: Attachment) =>
    moves.some(
      ({ meteringPointId, role, before }) =>
        before?.from === each.from && meteringPointId === each.meteringPointId && role === each.role,
    );
  const moved = moves.flatMap(({ meteringPointId, role, after }) =>
    after ? [{ meteringPointId, role, ...after }] : [],
  );
  return [...attachments.filter((each) => !isMoved(each)), ...moved];
}

function warnOfKey(
  { meteringPointId, role, before, after }: StayMove,
  keys: readonly CoefficientKey[],
): readonly MoveWarning[] {
  if (role !== "consumer") return [];
  const statics = keys.filter(({ kind }) => kind === "static");
  const shareIn = (key: CoefficientKey) => key.ppmByConsumer.get(meteringPointId) ?? 0;
  if (after && (before === null || after.from < before.from)) {
    const silent = statics.find((key) => overlaps(key, after) && shareIn(key) === 0);
    return silent ? [{ code: "NOT_IN_KEY", day: silent.from > after.from ? silent.from : after.from }] : [];
  }
  const end = after?.toExclusive;
  if (!end || (before?.toExclusive && before.toExclusive <= end)) return [];
  const naming = statics.find((key) => overlaps(key, { from: end, toExclusive: null }) && shareIn(key) > 0);
  if (!naming) return [];
  return [{ code: "SHARE_FREED", day: naming.from > end ? naming.from : end, ppm: shareIn(naming) }];
}

function overlaps(one: Stay, two: Stay): boolean {
  const startsBeforeEnd = ({ from }: Stay, { toExclusive }: Stay) => toExclusive === null || from < toExclusive;
  return startsBeforeEnd(one, two) && startsBeforeEnd(two, one);
}
