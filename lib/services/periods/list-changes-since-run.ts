import "server-only";
import { listDeliveries } from "@/lib/data/coefficient-deliveries";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listRunChanges, type RunChange } from "@/lib/data/stale-runs";

/** Something written since a run, with the number people know it by. */
export type NamedRunChange = RunChange & {
  /** Of a key or of a delivery; null for the rest. */
  readonly version: number | null;
};

/** What changed since a run was made, latest first. */
export async function listChangesSinceRun(
  operationId: AuthorizedOperationId,
  runId: string,
): Promise<readonly NamedRunChange[]> {
  const changes = await listRunChanges(operationId, runId);
  const hasAny = (kind: RunChange["kind"]) => changes.some((change) => change.kind === kind);
  const [keys, deliveries] = await Promise.all([
    hasAny("key") ? listKeyVersions(operationId) : [],
    hasAny("delivery") ? listDeliveries(operationId) : [],
  ]);
  const versions = new Map([...keys, ...deliveries].map(({ id, version }) => [id, version]));
  return changes.map((change) => ({ ...change, version: versions.get(change.id) ?? null }));
}
