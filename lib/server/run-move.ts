import "server-only";
import { describeMoveWarning } from "@/lib/format/describe-move-warning";
import type { ActionState } from "@/lib/schemas/action-state";
import type { MoveResult } from "@/lib/services/registry/change-stays";
import { runAction } from "./action";

/** Runs a change of the perimeter; its consequences come back when they were not agreed to yet. */
export async function runMove(
  body: () => Promise<{ readonly result: MoveResult; readonly done: () => string }>,
): Promise<ActionState | { readonly status: "warned"; readonly warnings: readonly string[] }> {
  let warnings: readonly string[] = [];
  const state = await runAction(async () => {
    const { result, done } = await body();
    if (result.status === "done") return done();
    warnings = result.warnings.map(describeMoveWarning);
  });
  return warnings.length > 0 ? { status: "warned", warnings } : state;
}
