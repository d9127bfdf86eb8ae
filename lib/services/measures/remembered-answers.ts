import "server-only";
import { deleteIdentifierAnswer, deleteTokenAnswer, listRememberedAnswers } from "@/lib/data/import-answers";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";

/** What was said once and holds for later imports. */
export type RememberedAnswer = { readonly text: string; readonly createdAt: Date } & (
  | { readonly kind: "type"; readonly quantity: EnergyQuantity }
  | { readonly kind: "point"; readonly prm: string; readonly name: string }
);

/** Words of file names first, then identifiers. */
export async function readRememberedAnswers(operationId: AuthorizedOperationId): Promise<readonly RememberedAnswer[]> {
  const [{ tokens, identifiers }, points] = await Promise.all([
    listRememberedAnswers(operationId),
    listMeteringPoints(operationId),
  ]);
  const pointOf = new Map(points.map((point) => [point.id, point]));
  return [
    ...tokens.map(({ token, quantity, createdAt }) => ({ kind: "type" as const, text: token, quantity, createdAt })),
    ...identifiers.flatMap(({ identifier, meteringPointId, createdAt }) => {
      const point = pointOf.get(meteringPointId);
      if (!point) return [];
      const { prm, name } = point;
      return [{ kind: "point" as const, text: identifier, prm, name, createdAt }];
    }),
  ];
}

/** Forgets an answer: the next import asks again. False when nothing was remembered. */
export function forgetAnswer(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { kind, text }: Pick<RememberedAnswer, "kind" | "text">,
): Promise<boolean> {
  return kind === "type"
    ? deleteTokenAnswer(operationId, actor, text)
    : deleteIdentifierAnswer(operationId, actor, text);
}
