import "server-only";
import { writeRequests } from "@/lib/data/convention-request-writing";
import { findRequest } from "@/lib/data/convention-requests";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { assertRequestMove } from "@/lib/domain/requests/assert-request-move";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { buildRequestFiles, type RequestingOperation } from "./build-request-files";
import { checkRequest } from "./check-request";
import { findLockedRequest } from "./find-locked-request";

/**
 * Makes what leaves for the DSO and keeps it: what is sent afterwards is this, to the byte.
 *
 * @param today - Day in the names of the files, and at the head of the letter.
 * @throws {DomainError} UNKNOWN_REQUEST; REQUEST_MOVE_REFUSED unless it is written or to be corrected; REQUEST_FAULTY
 *   when the DSO would refuse it; NO_ACC_NUMBER.
 */
export async function prepareRequest(
  operation: RequestingOperation,
  actor: Actor,
  requestId: string,
  today: CivilDate,
): Promise<void> {
  const request = await findRequest(operation.id, requestId);
  if (!request) throw new DomainError("UNKNOWN_REQUEST", "the operation has no such request");
  assertRequestMove("send", request.state, request.kind);
  const findings = await checkRequest(operation, request, today);
  if (findings.some(({ isBlocking }) => isBlocking)) {
    throw new DomainError("REQUEST_FAULTY", "the DSO would refuse the request");
  }
  const files = await buildRequestFiles(operation, request, today);
  await writeRequests(operation.id, actor, async (writing) => {
    const { state, kind } = await findLockedRequest(writing, requestId);
    assertRequestMove("send", state, kind);
    await writing.prepare(requestId, files);
  });
}
