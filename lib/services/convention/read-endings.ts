import "server-only";
import { listOperationStatuses } from "@/lib/data/operation-statuses";
import { listWatchedRequests, type WatchedRequest } from "@/lib/data/watched-requests";
import { type Ending, listEndings } from "@/lib/domain/operation/list-endings";
import type { DatedStatus } from "@/lib/domain/operation/operation-status-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DatedOperation } from "@/lib/services/complaints/read-complaints";
import { type ReadLetter, readStandingLetters } from "@/lib/services/letters/read-letters";

/** The suspensions and ends of a convention, and what they were read from. */
export type ReadEndings = {
  readonly endings: readonly Ending[];
  readonly letters: readonly ReadLetter[];
  /** In the order they were recorded. */
  readonly statuses: readonly DatedStatus[];
};

/** The suspensions and ends of which people have to be told on a day, recorded or announced by a letter or a request. */
export async function readEndings(operation: DatedOperation, today: CivilDate): Promise<ReadEndings> {
  const [letters, statuses, requests] = await Promise.all([
    readStandingLetters(operation, today),
    listOperationStatuses(operation.id),
    listWatchedRequests([operation.id], today),
  ]);
  const announced = [...letters.flatMap((letter) => announcedBy(letter, today)), ...requests.flatMap(askedFor)];
  return { endings: listEndings(statuses, announced, today), letters, statuses };
}

/** Seen to or not, what a letter announces is ahead until its day; only one without effect announces nothing. */
function announcedBy(
  { kind, state, takesEffectOn }: ReadLetter,
  today: CivilDate,
): readonly Pick<Ending, "kind" | "effectDay">[] {
  if (takesEffectOn === null || state === "closed" || (state !== "to_do" && takesEffectOn <= today)) return [];
  if (kind === "suspension") return [{ kind, effectDay: takesEffectOn }];
  if (kind !== "termination" && kind !== "breach_termination") return [];
  return [{ kind: "termination", effectDay: takesEffectOn }];
}

/** What we asked for ourselves, once it was sent: the day the DSO or the convention gives it, else the wanted one. */
function askedFor({
  kind,
  state,
  wantedDay,
  effectDay,
}: WatchedRequest): readonly Pick<Ending, "kind" | "effectDay">[] {
  const isUnderWay = state === "sent" || state === "accepted";
  if (!isUnderWay || (kind !== "suspension" && kind !== "termination")) return [];
  return [{ kind, effectDay: effectDay ?? wantedDay }];
}
