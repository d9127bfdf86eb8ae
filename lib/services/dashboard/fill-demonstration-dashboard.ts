import "server-only";
import { listCarbonFactors, putCarbonFactor } from "@/lib/data/carbon-factors";
import { listForecasts } from "@/lib/data/operation-forecasts";
import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "@/lib/data/scope";
import { DEMONSTRATION_FORECAST } from "@/lib/domain/demonstration/demonstration-forecast";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { listPublishedFactors } from "@/lib/services/carbon/list-published-factors";
import { setForecast } from "@/lib/services/forecast/set-forecast";

/** Gives the demonstration a forecast and a carbon factor; whatever was told before, or taken back, stays. */
export async function fillDemonstrationDashboard(
  collectivityId: AuthorizedCollectivityId,
  operationId: AuthorizedOperationId,
  actor: Actor,
): Promise<void> {
  if ((await listForecasts([operationId])).length === 0) {
    await setForecast(operationId, actor, DEMONSTRATION_FORECAST);
  }
  const [published] = listPublishedFactors();
  if (published && (await listCarbonFactors([operationId])).length === 0) {
    const { gridGramsPerKwh, source, year } = published;
    const from = DEMONSTRATION_OPERATION.startDay;
    await putCarbonFactor(collectivityId, actor, { from, gridGramsPerKwh, ownGramsPerKwh: null, source, year });
  }
}
