import "server-only";
import type { PoolClient } from "pg";
import type { SharedDay } from "@/lib/domain/dashboard/typical-day";
import type { PublishedParty } from "@/lib/domain/publishing/count-participants";
import type { SeenMonth } from "@/lib/domain/publishing/judge-months";
import { pool } from "./pg";
import { listDaysOfRuns, listPublishableMonths, listSeenMonths, type PublishableMonth } from "./publishable-months";
import { listPublishedParties } from "./published-operations";
import type { AuthorizedOperationId } from "./scope";

/** What is judged before figures are published, as one transaction sees it. */
export type PublicationSource = {
  readonly listMonths: () => Promise<readonly PublishableMonth[]>;
  readonly listSeen: () => Promise<readonly SeenMonth[]>;
  readonly listParties: () => Promise<readonly PublishedParty[]>;
  readonly listDays: (runIds: readonly string[]) => Promise<ReadonlyMap<string, readonly SharedDay[]>>;
};

/** @param client - Of the transaction whose writes are to be judged too. */
export const publicationSource = (
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): PublicationSource => ({
  listMonths: () => listPublishableMonths(operationId, client),
  listSeen: () => listSeenMonths(operationId, client),
  listParties: () => listPublishedParties(operationId, client),
  listDays: (runIds) => listDaysOfRuns(operationId, runIds, client),
});
