import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { listPossibleHolders } from "@/lib/data/participants";
import type { PriceRecord } from "@/lib/data/price-entries";
import { writePrices } from "@/lib/data/price-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { assertPrice } from "@/lib/domain/tariffs/assert-price";
import { priceKey } from "@/lib/domain/tariffs/price-book";
import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { deriveMoneySince } from "./derive-money-since";
import { priceEvent } from "./price-event";

/** A price as it is entered: metering points by their number. */
export type NewPrice = Pick<PriceEntry, "kind" | "from" | "values" | "source"> & {
  readonly prm?: string | null | undefined;
  readonly producerPrm?: string | null | undefined;
  readonly participantId?: string | null | undefined;
  readonly code?: string | null | undefined;
};

/**
 * Enters prices, all of them or none, and derives anew the money of the latest runs they touch, of closed periods too.
 *
 * What stood for the same subject from the same day is superseded, and stays readable; what stands from other days stays.
 *
 * @returns How many of them changed anything: the others were known so already.
 * @throws {DomainError} INVALID_PRICE; UNKNOWN_METERING_POINT with its `prm`; UNKNOWN_PARTICIPANT; DUPLICATE_ID when one is
 *   given twice for a day; DATA_ERASED.
 */
export async function setPrices(
  operationId: AuthorizedOperationId,
  actor: Actor,
  prices: readonly NewPrice[],
): Promise<number> {
  const entries = await resolveSubjects(operationId, prices);
  for (const entry of entries) assertPrice(entry);
  assertOnce(entries);
  return writePrices(operationId, actor, async (writing) => {
    const standing = new Map((await writing.money.listPrices()).map((record) => [keyOf(record), record]));
    const changes = entries.flatMap((entry) => {
      const replaced = standing.get(keyOf(entry)) ?? null;
      return replaced && isSame(replaced, entry) ? [] : [{ entry, replaced }];
    });
    const ids = changes.flatMap(({ entry }) => [entry.meteringPointId, entry.producerId, entry.participantId]);
    if (await writing.hasErased(ids.filter((id) => id !== null))) {
      throw new DomainError("DATA_ERASED", "a holder asked to be forgotten");
    }
    for (const { entry, replaced } of changes) {
      if (replaced) await writing.endPrice(replaced.id);
      const id = await writing.insertPrice(entry);
      await writing.recordEvent({
        action: "set.price",
        objectType: "price_entry",
        objectId: id,
        ...(replaced ? { before: priceEvent(replaced) } : {}),
        after: priceEvent(entry),
      });
    }
    const [first] = changes.map(({ entry }) => entry.from).sort();
    if (first) await deriveMoneySince(operationId, writing.money, first);
    return changes.length;
  });
}

async function resolveSubjects(
  operationId: AuthorizedOperationId,
  prices: readonly NewPrice[],
): Promise<readonly PriceEntry[]> {
  const [points, participants] = await Promise.all([listMeteringPoints(operationId), listPossibleHolders(operationId)]);
  const idOf = new Map(points.map(({ prm, id }) => [prm, id]));
  const known = new Set(participants.map(({ id }) => id));
  const find = (prm: string | null | undefined) => {
    if (!prm) return null;
    const id = idOf.get(prm);
    if (!id) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry", { details: { prm } });
    return id;
  };
  return prices.map(({ kind, from, values, source, prm, producerPrm, participantId, code }) => {
    if (participantId && !known.has(participantId)) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
    return {
      ...{ kind, from, values, source: source.trim() },
      meteringPointId: find(prm),
      producerId: find(producerPrm),
      participantId: participantId || null,
      code: code || null,
    };
  });
}

const keyOf = (entry: PriceEntry) => `${priceKey(entry.kind, entry)}|${entry.from}`;

function assertOnce(entries: readonly PriceEntry[]): void {
  if (new Set(entries.map(keyOf)).size < entries.length) {
    throw new DomainError("DUPLICATE_ID", "twice from the same day");
  }
}

function isSame(record: PriceRecord, { values, source }: PriceEntry): boolean {
  const flat = (of: PriceEntry["values"]) => JSON.stringify(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
  return record.source === source && flat(record.values) === flat(values);
}
