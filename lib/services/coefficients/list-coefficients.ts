import "server-only";
import { listDeliveries } from "@/lib/data/coefficient-deliveries";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { CoefficientList } from "@/lib/schemas/api/coefficients";
import { describeDelivery, describeVersion } from "./describe-coefficients";
import { readPointNames } from "./read-point-names";

/** The versions of the key and the monthly notifications, as a machine reads them: metering points by their PRM. */
export async function listCoefficients(operationId: AuthorizedOperationId, day: CivilDate): Promise<CoefficientList> {
  const [versions, deliveries, names] = await Promise.all([
    listKeyVersions(operationId),
    listDeliveries(operationId),
    readPointNames(operationId),
  ]);
  return {
    versions: versions.map((version) => describeVersion(version, day, names.prmOf)),
    deliveries: deliveries.map(describeDelivery),
  };
}
