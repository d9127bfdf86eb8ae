import "server-only";
import type { ConventionLetter, LetterMove } from "@/lib/domain/letters/convention-letter";
import type { LetterFacts } from "@/lib/domain/letters/letter-facts";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type CorrespondenceEventRow, eventsOf, hasStepSince } from "./correspondence-events";
import { type ListPage, pageOf } from "./list-page";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A letter of the DSO with its history, and what the operation holds of what it says. */
export type LetterRow = Omit<ConventionLetter, "steps"> & {
  readonly operationId: string;
  readonly id: string;
  readonly reference: string | null;
  readonly point: LetterPoint | null;
  /** Oldest first. */
  readonly events: readonly CorrespondenceEventRow[];
  readonly facts: LetterFacts;
};

/** The metering point a letter is about. */
export type LetterPoint = {
  readonly id: string;
  readonly prm: string;
  /** Who holds it now. */
  readonly participantId: string;
  /** He is a resident: its PRM tells of a person. */
  readonly isPersonal: boolean;
};

const IS_ATTACHED = `EXISTS (SELECT FROM attachment a
   WHERE a.operation_id = c.operation_id AND a.metering_point_id = c.metering_point_id
     AND a.from_day <= c.effect_day AND (a.to_day IS NULL OR a.to_day > c.effect_day))`;

// Keys that left since the letter came and that hold after its day, by whichever way; a refused one does not.
const KEYS_AFTER = `SELECT k.sent_day, NULL::date AS answered_day FROM coefficient_key k
       WHERE k.operation_id = c.operation_id AND k.sent_day >= c.received_day
         AND (k.to_day IS NULL OR k.to_day > c.effect_day)
      UNION ALL
      SELECT d.sent_day, CASE d.state WHEN 'accepted' THEN d.answered_day END FROM coefficient_delivery d
       WHERE d.operation_id = c.operation_id AND d.sent_day >= c.received_day AND d.source = 'organiser'
         AND d.state <> 'refused' AND d.period_to > c.effect_day
      UNION ALL
      SELECT r.sent_day, (SELECT max(e.day) FROM convention_request_event e
                           WHERE e.operation_id = r.operation_id AND e.request_id = r.id AND e.state = 'accepted')
        FROM convention_request r
       WHERE r.operation_id = c.operation_id AND r.key_id IS NOT NULL AND r.sent_day >= c.received_day
         AND r.state IN ('sent', 'accepted', 'in_effect')`;

const FACTS = `json_build_object(
   'isExitRecorded', NOT ${IS_ATTACHED},
   'isEntryRecorded', ${IS_ATTACHED},
   'keySentDay', (SELECT min(sent_day) FROM (${KEYS_AFTER}) AS sent),
   'keyAnsweredDay', (SELECT min(answered_day) FROM (${KEYS_AFTER}) AS sent),
   'endingDays', (SELECT coalesce(json_agg(s.from_day), '[]') FROM operation_status s
      WHERE s.operation_id = c.operation_id
        AND s.status::text = CASE c.kind WHEN 'suspension' THEN 'suspended' ELSE 'ended' END),
   'dsoNotices', (SELECT coalesce(json_agg(json_build_object('effectDay', n.effect_day, 'toldDay', n.told_day)), '[]')
      FROM (SELECT DISTINCT ON (d.effect_day) d.effect_day, d.told_day FROM dso_end_notice d
             WHERE d.operation_id = c.operation_id
               AND d.ending::text = CASE c.kind WHEN 'suspension' THEN 'suspension' ELSE 'termination' END
             ORDER BY d.effect_day, d.created_at DESC, d.id DESC) n),
   'isStartRecorded', o.start_day = c.effect_day,
   'isAnniversaryMoved', EXISTS (SELECT FROM anniversary_move m WHERE m.operation_id = c.operation_id
      AND (m.from_day = c.effect_day OR (m.created_at AT TIME ZONE 'Europe/Paris')::date >= c.received_day)))`;

const LETTER = `SELECT c.operation_id::text AS "operationId", c.id, c.kind, c.received_day::text AS "receivedDay",
         c.sent_day::text AS "sentDay", c.effect_day::text AS "effectDay", c.is_immediate AS "isImmediate", c.reference,
         CASE WHEN p.id IS NOT NULL
              THEN json_build_object('id', p.id, 'prm', p.prm, 'participantId', p.participant_id,
                                     'isPersonal', h.kind = 'natural') END AS point,
         ${FACTS} AS facts, ${eventsOf("letter_id")} AS events
    FROM convention_letter c
    JOIN operation o ON o.id = c.operation_id
    LEFT JOIN metering_point p ON p.operation_id = c.operation_id AND p.id = c.metering_point_id
    LEFT JOIN participant h ON h.operation_id = p.operation_id AND h.id = p.participant_id`;

/** A page of the letters of an operation, latest first. */
export async function listLetters(
  operationId: AuthorizedOperationId,
  { before, limit }: ListPage,
): Promise<readonly LetterRow[]> {
  const { rows } = await pool.query<LetterRow>(`${LETTER} ${pageOf("convention_letter", "received_day")}`, [
    operationId,
    before,
    limit,
  ]);
  return rows;
}

/**
 * The letters of some operations that nothing noted has dealt with, that something was done about on a day or after it, or
 * that came or take effect in the year before it or later: what the longest delay of a letter leaves to be seen. New
 * coefficients that were answered with still await their day.
 */
export async function listWatchedLetters(
  operationIds: readonly AuthorizedOperationId[],
  since: CivilDate,
): Promise<readonly LetterRow[]> {
  const { rows } = await pool.query<LetterRow>(
    `${LETTER} WHERE c.operation_id = ANY($1::uuid[])
       AND (greatest(c.received_day, c.sent_day, c.effect_day) >= $2::date - interval '1 year'
            OR ${hasStepSince("letter_id")}
            OR NOT EXISTS (SELECT FROM correspondence_event e
                            WHERE e.operation_id = c.operation_id AND e.letter_id = c.id
                              AND e.step NOT IN ('document', 'renewed')
                              AND (c.kind <> 'access_suspended' OR e.step <> 'answered')))
     ORDER BY c.received_day DESC, c.created_at DESC`,
    [operationIds, since],
  );
  return rows;
}

/** One letter; null when the operation has none of this id. */
export async function findLetter(operationId: AuthorizedOperationId, letterId: string): Promise<LetterRow | null> {
  const { rows } = await pool.query<LetterRow>(`${LETTER} WHERE c.operation_id = $1 AND c.id = $2`, [
    operationId,
    letterId,
  ]);
  return rows[0] ?? null;
}

/** A letter as the rules of the domain read it: joined papers are no step. */
export function toLetter({ events, ...letter }: LetterRow): ConventionLetter {
  return { ...letter, steps: events.flatMap(({ step, day }) => (isLetterMove(step) ? [{ move: step, day }] : [])) };
}

const MOVES: readonly string[] = [
  "answered",
  "done",
  "accepted",
  "refused",
  "renewed",
  "applied",
  "closed",
] satisfies LetterMove[];

/** Whether a step is one of a letter. */
export const isLetterMove = (step: string): step is LetterMove => MOVES.includes(step);
