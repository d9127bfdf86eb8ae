import "server-only";
import { writeRequests } from "@/lib/data/convention-request-writing";
import { readRegistry } from "@/lib/data/registry";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { moveRequest } from "@/lib/domain/requests/move-request";
import type { RequestMove } from "@/lib/domain/requests/request-progress";
import { assertPast } from "@/lib/domain/time/assert-past";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { findLockedRequest } from "./find-locked-request";
import type { RequestOperation } from "./request-operation";
import { takeRequestEffect } from "./take-request-effect";

export type RequestAnswer = Extract<RequestMove, { readonly move: "accept" | "report_anomaly" }>;

/**
 * Records what the DSO answered: from which day on the request holds, or what is to be mended.
 *
 * An effect that is over already is made at once; one to come is made by a job on its day.
 *
 * @throws {DomainError} UNKNOWN_REQUEST; DAY_IN_FUTURE; UNKNOWN_METERING_POINT when an anomaly is about none of the
 *   operation; otherwise as `moveRequest`, and as `takeRequestEffect`.
 */
export async function answerRequest(
  operation: RequestOperation,
  actor: Actor,
  requestId: string,
  answer: RequestAnswer,
  today: CivilDate,
): Promise<void> {
  assertPast(answer.day, today, "day");
  const problems = answer.move === "report_anomaly" ? answer.problems : [];
  await assertKnown(
    operation,
    problems.flatMap(({ meteringPointId }) => meteringPointId ?? []),
  );
  await writeRequests(operation.id, actor, async (writing) => {
    const request = await findLockedRequest(writing, requestId);
    await writing.move(requestId, moveRequest(request, answer), problems);
  });
  if (answer.move === "accept" && answer.effectDay <= today) {
    await takeRequestEffect(operation.id, actor, requestId, today);
  }
}

async function assertKnown({ id }: RequestOperation, meteringPointIds: readonly string[]): Promise<void> {
  if (meteringPointIds.length === 0) return;
  const { points } = await readRegistry(id);
  const known = new Set(points.map((point) => point.id));
  if (meteringPointIds.every((each) => known.has(each))) return;
  throw new DomainError("UNKNOWN_METERING_POINT", "not a metering point of the operation");
}
