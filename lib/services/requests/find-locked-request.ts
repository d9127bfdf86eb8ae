import "server-only";
import type { LockedRequest, RequestWriting } from "@/lib/data/convention-request-writing";
import { DomainError } from "@/lib/domain/errors";

/**
 * A request, held until what is written of it is written.
 *
 * @throws {DomainError} UNKNOWN_REQUEST.
 */
export async function findLockedRequest(
  writing: Pick<RequestWriting, "find">,
  requestId: string,
): Promise<LockedRequest> {
  const request = await writing.find(requestId);
  if (!request) throw new DomainError("UNKNOWN_REQUEST", "the operation has no such request");
  return request;
}
