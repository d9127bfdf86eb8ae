import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { OperationDashboard } from "./operation-dashboard";
import { readOperationDashboards } from "./read-operation-dashboards";

/**
 * What an operation's months were, beside last year's and what was foreseen, from stored results: nothing is settled anew.
 *
 * A fixed number of queries, whatever the number of months and metering points.
 *
 * @param window - The settlement periods that begin on these days are told: those that are settled or over.
 */
export async function readOperationDashboard(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  window: Period,
  today: CivilDate,
): Promise<OperationDashboard> {
  const [dashboard] = await readOperationDashboards([operation], window, today);
  if (!dashboard) throw new Error("an operation was given and none was read");
  return dashboard;
}
