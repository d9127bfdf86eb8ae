import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { listPossibleHolders } from "@/lib/data/participants";
import { listPriceEntries, type PriceRecord } from "@/lib/data/price-entries";
import { listNaturalPersonIds } from "@/lib/data/report-sources";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { isHeldByPerson } from "./is-held-by-person";
import { readPublicPrices } from "./read-public-prices";

/** A price that stands, with the names people know; null: of nobody in particular. */
export type NamedPrice = PriceRecord & {
  readonly prm: string | null;
  readonly pointName: string | null;
  readonly producerPrm: string | null;
  readonly producerName: string | null;
  readonly participantName: string | null;
};

export type OperationPrices = {
  /** Entered in the operation, oldest first. */
  readonly own: readonly NamedPrice[];
  /** What of it the reader may not read: the prices, contracts and choices of residents. */
  readonly hidden: { readonly prices: number; readonly prms: ReadonlySet<string> };
  /** Shipped: they hold until the first of the operation for the same thing. */
  readonly shipped: readonly PriceEntry[];
};

/** The prices that stand in an operation, and those that are shipped. */
export async function listPrices({
  id: operationId,
  mayReadWords,
}: {
  readonly id: AuthorizedOperationId;
  readonly mayReadWords: boolean;
}): Promise<OperationPrices> {
  const [entries, points, holders, people] = await Promise.all([
    listPriceEntries(operationId),
    listMeteringPoints(operationId),
    listPossibleHolders(operationId),
    listNaturalPersonIds(operationId),
  ]);
  const pointOf = new Map(points.map((point) => [point.id, point]));
  const nameOf = new Map(holders.map(({ id, name }) => [id, name]));
  const personal = mayReadWords ? [] : points.filter((point) => isHeldByPerson(point, people));
  const hiddenIds = new Set([...personal.map(({ id }) => id), ...(mayReadWords ? [] : people)]);
  const shown = entries.filter(({ meteringPointId, producerId, participantId }) =>
    [meteringPointId, producerId, participantId].every((id) => id === null || !hiddenIds.has(id)),
  );
  const own = shown.map((entry) => {
    const point = entry.meteringPointId === null ? undefined : pointOf.get(entry.meteringPointId);
    const producer = entry.producerId === null ? undefined : pointOf.get(entry.producerId);
    return {
      ...entry,
      prm: point?.prm ?? null,
      pointName: point?.name ?? null,
      producerPrm: producer?.prm ?? null,
      producerName: producer?.name ?? null,
      participantName: entry.participantId === null ? null : (nameOf.get(entry.participantId) ?? "participant effacé"),
    };
  });
  const hidden = { prices: entries.length - shown.length, prms: new Set(personal.map(({ prm }) => prm)) };
  return { own, hidden, shipped: readPublicPrices() };
}
