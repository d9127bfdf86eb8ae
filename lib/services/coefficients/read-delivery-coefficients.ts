import "server-only";
import { findDelivery, readDelivery } from "@/lib/data/coefficient-deliveries";
import { countExchanges } from "@/lib/data/coefficient-exchanges";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { NO_PPM, type PpmByConsumer } from "@/lib/domain/coefficients/delivery";
import type { DeliveryCoefficients } from "@/lib/schemas/api/coefficients";
import { byPrm, describeDelivery } from "./describe-coefficients";
import { readPointNames } from "./read-point-names";

/** One notification with its coefficients, by PRM; null when the operation has none of this id. */
export async function readDeliveryCoefficients(
  operationId: AuthorizedOperationId,
  deliveryId: string,
): Promise<DeliveryCoefficients | null> {
  const summary = await findDelivery(operationId, deliveryId);
  if (!summary) return null;
  const [{ coefficients }, steps, names] = await Promise.all([
    readDelivery(operationId, summary),
    countExchanges(operationId, deliveryId),
    readPointNames(operationId),
  ]);
  const describe = (ppm: PpmByConsumer) =>
    byPrm(
      [...ppm].map(([id, values]) => [id, Array.from(values, (value) => (value === NO_PPM ? null : value))] as const),
      names.prmOf,
    );
  const ppm =
    coefficients.kind === "dynamic_simple"
      ? { kind: coefficients.kind, ppm: describe(coefficients.ppm) }
      : {
          kind: coefficients.kind,
          ppm: byPrm(
            [...coefficients.ppm].map(([id, rows]) => [id, describe(rows)] as const),
            names.prmOf,
          ),
        };
  return { delivery: describeDelivery(summary), steps, coefficients: ppm };
}
