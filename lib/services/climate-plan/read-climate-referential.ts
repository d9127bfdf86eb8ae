import "server-only";
import { findClimateReferential, type StoredClimateReferential } from "@/lib/data/climate-referentials";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { compareNodeIds } from "@/lib/domain/scoring/compare-node-ids";
import type { Referential, ReferentialNode } from "@/lib/domain/scoring/referential";
import { readShippedReferential } from "./read-shipped-referential";

/** The referential of the Climat-Air-Énergie programme, in front of the ids of its nodes. */
export const CAE = "cae";

export type ClimateReferential = {
  /** Without texts where it was imported: a measure reads its own. */
  readonly referential: Referential;
  /** Null: it is the one of the product. */
  readonly importedAtMs: number | null;
};

/** The referential a collectivity works with: the one it imported, else the one of the product. */
export async function readClimateReferential(collectivityId: AuthorizedClimatePlanId): Promise<ClimateReferential> {
  const stored = await findClimateReferential(collectivityId, CAE);
  if (!stored) return { referential: await readShippedReferential(), importedAtMs: null };
  return { referential: nest(stored), importedAtMs: stored.importedAtMs };
}

type Building = Omit<ReferentialNode, "children"> & { readonly children: Building[] };

function nest({ measureDepth, nodes }: StoredClimateReferential): Referential {
  const ordered = nodes.toSorted((a, b) => compareNodeIds(a.number, b.number));
  const byNumber = new Map<string, Building>();
  for (const node of ordered) {
    const { number } = node;
    const built: Building = { ...node, id: number === "" ? CAE : `${CAE}_${number}`, sections: [], children: [] };
    byNumber.set(number, built);
    if (number !== "") byNumber.get(number.split(".").slice(0, -1).join("."))?.children.push(built);
  }
  const root = byNumber.get("");
  if (!root) throw new Error("a stored referential has no root");
  return { id: CAE, measureDepth, root };
}
