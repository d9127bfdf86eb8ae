import "server-only";
import { findMeteringPoint, type MeteringPointDetails, type MeteringPointRecord } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { DemonstrationMeteringPoint } from "@/lib/domain/demonstration/demonstration-metering-points";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { editMeteringPoint } from "./edit-metering-point";

/** Tells what is known of the demonstration's metering points; one of which anything is known already stays as it is. */
export async function fillDemonstrationPoints(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
): Promise<void> {
  for (const point of DEMONSTRATION_OPERATION.meteringPoints) {
    const record = await findMeteringPoint(operation.id, point.prm);
    if (record && isUntold(record)) await editMeteringPoint(operation, actor, point.prm, detailsOf(point, record));
  }
}

const isUntold = ({ address, voltage, latitudeDegrees, isMeterCommunicating }: MeteringPointRecord) =>
  [address, voltage, latitudeDegrees, isMeterCommunicating].every((value) => value === null);

function detailsOf(point: DemonstrationMeteringPoint, record: MeteringPointRecord): MeteringPointDetails {
  const { id: _id, prm: _prm, participant: _participant, stays: _stays, ...known } = record;
  const { address, latitudeDegrees, longitudeDegrees } = point;
  return {
    ...known,
    address,
    latitudeDegrees,
    longitudeDegrees,
    voltage: "low",
    isMeterCommunicating: true,
    ...(point.role === "producer"
      ? { energySource: "solar" as const }
      : { subscribedPowerVa: point.subscribedPowerVa, annualWithdrawalWh: point.annualEnergyWh }),
  };
}
