import "server-only";
import { readRegistry } from "@/lib/data/registry";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { RequestProblem } from "@/lib/domain/requests/request-progress";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { answerRequest } from "./answer-request";
import type { RequestingOperation } from "./build-request-files";
import { prepareRequest } from "./prepare-request";
import { sendRequest } from "./send-request";
import { withdrawRequest } from "./withdraw-request";

/** What happens to a request, in the words of a machine. */
export type MoveByPrm =
  | { readonly move: "prepare" }
  | { readonly move: "send"; readonly day: CivilDate; readonly shortNotice?: boolean | undefined }
  | { readonly move: "accept"; readonly day: CivilDate; readonly effectDay: CivilDate }
  | {
      readonly move: "report_anomaly";
      readonly day: CivilDate;
      readonly problems: readonly (Omit<RequestProblem, "meteringPointId"> & { readonly prm: string | null })[];
    }
  | { readonly move: "withdraw"; readonly day: CivilDate };

/**
 * Moves a request as a machine says.
 *
 * @throws {DomainError} as the service of each move; UNKNOWN_METERING_POINT when an anomaly names no PRM of the operation.
 */
export async function moveRequestByPrm(
  operation: RequestingOperation,
  actor: Actor,
  requestId: string,
  move: MoveByPrm,
  today: CivilDate,
): Promise<void> {
  switch (move.move) {
    case "prepare":
      return prepareRequest(operation, actor, requestId, today);
    case "send": {
      const sending = { day: move.day, isShortNoticeAccepted: move.shortNotice ?? false };
      return sendRequest(operation, actor, requestId, sending, today);
    }
    case "accept":
      return answerRequest(operation, actor, requestId, move, today);
    case "report_anomaly":
      return answerRequest(operation, actor, requestId, { ...move, problems: await byId(operation, move) }, today);
    case "withdraw":
      return withdrawRequest(operation.id, actor, requestId, move.day, today);
  }
}

async function byId(
  { id }: RequestingOperation,
  { problems }: Extract<MoveByPrm, { move: "report_anomaly" }>,
): Promise<readonly RequestProblem[]> {
  const { points } = await readRegistry(id);
  const ids = new Map(points.map((point) => [point.prm, point.id]));
  return problems.map(({ prm, subject, text }) => {
    const meteringPointId = prm === null ? null : (ids.get(prm) ?? null);
    if (prm !== null && meteringPointId === null) {
      throw new DomainError("UNKNOWN_METERING_POINT", "not a metering point of the operation", { details: { prm } });
    }
    return { meteringPointId, subject, text };
  });
}
