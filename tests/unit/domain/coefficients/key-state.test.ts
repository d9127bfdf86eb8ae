import { describe, expect, test } from "vitest";
import { assertKeyMove, type KeyMove } from "@/lib/domain/coefficients/assert-key-move";
import { type KeyState, keyState } from "@/lib/domain/coefficients/key-state";
import type { KeyProgress } from "@/lib/domain/coefficients/key-version";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-06-15");

const key = (progress: KeyProgress, from: string, to: string | null = null, isSuperseded = false) => ({
  progress,
  from: civilDate(from),
  toExclusive: to === null ? null : civilDate(to),
  isSuperseded,
});

test.for<[ReturnType<typeof key>, KeyState]>([
  [key("draft", "2026-01-01"), "draft"],
  [key("draft", "2026-01-01", null, true), "given_up"],
  [key("announced", "2026-07-01"), "announced"],
  [key("announced", "2026-07-01", null, true), "given_up"],
  [key("sent", "2026-06-16"), "sent"],
  [key("sent", "2026-06-15"), "in_force"],
  [key("sent", "2026-06-01", "2026-06-16"), "in_force"],
  [key("sent", "2026-06-01", "2026-06-15"), "superseded"],
  [key("sent", "2026-07-01", null, true), "superseded"],
])("%j stands at %s", ([version, state]) => {
  expect(keyState(version, DAY)).toBe(state);
});

describe("what a version can undergo", () => {
  const allowed: Readonly<Record<KeyState, readonly KeyMove[]>> = {
    draft: ["edit", "announce", "give_up"],
    announced: ["reopen", "send", "give_up"],
    sent: [],
    in_force: [],
    superseded: [],
    given_up: [],
  };
  const moves: readonly KeyMove[] = ["edit", "announce", "reopen", "send", "give_up"];
  const cases = Object.entries(allowed).flatMap(([state, able]) =>
    moves.map((move) => [state as KeyState, move, able.includes(move)] as const),
  );
  test.for(cases)("%s: %s is %s", ([state, move, isAllowed]) => {
    const attempt = () => assertKeyMove(move, state);
    if (isAllowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: "KEY_MOVE_REFUSED", details: { move, state } }));
  });
});
