import "server-only";
import type { KeyWriting, LockedKey } from "@/lib/data/coefficient-version-writing";
import { assertKeyMove, type KeyMove } from "@/lib/domain/coefficients/assert-key-move";
import { keyState } from "@/lib/domain/coefficients/key-state";
import { DomainError } from "@/lib/domain/errors";

// What a request carries moves with it; the participants are told of it all the same (art. 5.1.1).
const REFUSED: Readonly<Record<"none" | "written" | "sent", readonly KeyMove[]>> = {
  none: [],
  written: ["send", "give_up"],
  sent: ["edit", "reopen", "send", "give_up"],
};

/**
 * A version that can undergo a move, held until the move is written.
 *
 * @throws {DomainError} UNKNOWN_KEY; KEY_MOVE_REFUSED; KEY_IN_REQUEST when a request carries it.
 */
export async function findMovable(writing: Pick<KeyWriting, "find">, keyId: string, move: KeyMove): Promise<LockedKey> {
  const key = await writing.find(keyId);
  if (!key) throw new DomainError("UNKNOWN_KEY", "the operation has no such key");
  // No move depends on the day: those of a sent key are made by the days themselves.
  assertKeyMove(move, keyState(key, key.from));
  if (REFUSED[key.request ?? "none"].includes(move)) {
    throw new DomainError("KEY_IN_REQUEST", "a request carries the key");
  }
  return key;
}
