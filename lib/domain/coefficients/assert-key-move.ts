import { DomainError } from "@/lib/domain/errors";
import type { KeyState } from "./key-state";

/** What can be done to a version of the key. */
export type KeyMove =
  | "edit"
  | "announce"
  /** Back to a draft: what was announced is announced again. */
  | "reopen"
  | "send"
  | "give_up";

const FROM: Readonly<Record<KeyMove, readonly KeyState[]>> = {
  edit: ["draft"],
  announce: ["draft"],
  reopen: ["announced"],
  send: ["announced"],
  give_up: ["draft", "announced"],
};

/**
 * Refuses what a version of the key cannot undergo where it stands: what was sent never changes, and participants are
 * told before the DSO applies it.
 *
 * @throws {DomainError} KEY_MOVE_REFUSED; `details` say the move and the state.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1.
 */
export function assertKeyMove(move: KeyMove, state: KeyState): void {
  if (FROM[move].includes(state)) return;
  throw new DomainError("KEY_MOVE_REFUSED", `a key that is ${state} cannot be: ${move}`, { details: { move, state } });
}
