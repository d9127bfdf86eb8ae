import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { listPossibleHolders } from "@/lib/data/participants";
import type { AuthorizedOperationId } from "@/lib/data/scope";

type Subject = { readonly value: string; readonly label: string };

/** Who may have a price of his own, as a form offers them: consumers and participants by kind, producers by PRM. */
export async function listPriceSubjects(operationId: AuthorizedOperationId): Promise<{
  readonly consumers: readonly Subject[];
  readonly producers: readonly Subject[];
  readonly participants: readonly Subject[];
}> {
  const [points, holders] = await Promise.all([listMeteringPoints(operationId), listPossibleHolders(operationId)]);
  const of = (role: "consumer" | "producer") =>
    points.filter(({ attachments }) => attachments.some((stay) => stay.role === role));
  const label = ({ name, prm }: { readonly name: string; readonly prm: string }) => `${name} (${prm})`;
  return {
    consumers: of("consumer").map((point) => ({ value: `prm:${point.prm}`, label: label(point) })),
    producers: of("producer").map((point) => ({ value: point.prm, label: label(point) })),
    participants: holders.map(({ id, name }) => ({ value: `participant:${id}`, label: name })),
  };
}
