import type { DeclaredPerimeter } from "./declared-perimeter";

/** The PRM that stand in both lists with two different holders: a metering point has one. */
export function listHolderConflicts({
  consumers,
  producers,
}: Pick<DeclaredPerimeter, "consumers" | "producers">): readonly string[] {
  const consumerOf = new Map(consumers.map((consumer) => [consumer.prm, consumer]));
  return producers.flatMap(({ prm, name, legalId, address }) => {
    const consumer = consumerOf.get(prm);
    if (!consumer) return [];
    const isSame = consumer.name === name && consumer.legalId === legalId && consumer.address === address;
    return isSame ? [] : [prm];
  });
}
