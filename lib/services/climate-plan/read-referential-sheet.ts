import "server-only";
import { type ClimateReferentialImport, listClimateReferentialImports } from "@/lib/data/climate-referential-imports";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { compareReferentials } from "@/lib/domain/scoring/compare-referentials";
import { countReferential, type ReferentialCounts } from "@/lib/domain/scoring/count-referential";
import { listReferentialNodes } from "@/lib/domain/scoring/list-referential-nodes";
import { CAE, readClimateReferential } from "./read-climate-referential";
import { readShippedReferential } from "./read-shipped-referential";

/** Which text a collectivity works with, and which ones it did. */
export type ReferentialSheet = {
  readonly counts: ReferentialCounts;
  /** Null: it is the one of the product. */
  readonly current: ClimateReferentialImport | null;
  /** The latest first, the one that counts among them. */
  readonly imports: readonly ClimateReferentialImport[];
  /** Answers on actions that this text does not have. */
  readonly answersWaiting: number;
  /** What going back to the text of the product would take away. */
  readonly withdrawal: { readonly removed: number; readonly answersLost: number };
};

/** The text of the referential of a collectivity, and its history. */
export async function readReferentialSheet(collectivityId: AuthorizedClimatePlanId): Promise<ReferentialSheet> {
  const [{ referential }, imports, statuses, shipped] = await Promise.all([
    readClimateReferential(collectivityId),
    listClimateReferentialImports(collectivityId, CAE),
    listClimateStatuses(collectivityId),
    readShippedReferential(),
  ]);
  const ids = new Set(listReferentialNodes(referential.root).map(({ id }) => id));
  const answered = new Set(statuses.keys());
  const removed = compareReferentials(referential, shipped, answered).filter(({ kind }) => kind === "removed");
  return {
    counts: countReferential(referential),
    current: imports.find(({ supersededAtMs }) => supersededAtMs === null) ?? null,
    imports,
    answersWaiting: [...answered].filter((id) => !ids.has(id)).length,
    withdrawal: { removed: removed.length, answersLost: removed.filter(({ isAnswered }) => isAnswered).length },
  };
}
