import "server-only";
import { writeAnniversary } from "@/lib/data/anniversary-moves";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { MonthlyAnniversary } from "@/lib/domain/time/settlement-calendar";
import { planAnniversaryMove } from "./plan-anniversary-move";

/**
 * Records that the DSO moved the monthly anniversary.
 *
 * @throws {DomainError} as {@link planAnniversaryMove} does.
 */
export async function moveAnniversary(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { reason, ...move }: MonthlyAnniversary & { readonly reason: string },
): Promise<void> {
  await writeAnniversary(operationId, actor, async ({ sheet, held, insert }) => {
    planAnniversaryMove(sheet, held, move);
    await insert({ ...move, reason });
  });
}
