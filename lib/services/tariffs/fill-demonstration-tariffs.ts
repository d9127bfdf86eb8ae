import "server-only";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { listTariffSchedules } from "@/lib/data/tariff-schedules";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { DEMONSTRATION_TARIFFS } from "@/lib/domain/demonstration/demonstration-tariffs";
import { setTariffSchedules } from "./set-tariff-schedules";

/** Tells the off-peak hours of the demonstration's metering points, unless some are known already. */
export async function fillDemonstrationTariffs(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if ((await listTariffSchedules(operationId)).length > 0) return;
  const from = DEMONSTRATION_OPERATION.startDay;
  await setTariffSchedules(
    operationId,
    actor,
    DEMONSTRATION_TARIFFS.map((schedule) => ({ from, ...schedule })),
  );
}
