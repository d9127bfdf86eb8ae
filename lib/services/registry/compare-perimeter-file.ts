import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type AttachmentComparison, compareAttachments } from "@/lib/domain/perimeter/compare-attachments";
import { readPerimeterFile } from "@/lib/formats/annex-6/read-perimeter-file";
import type { FileProblems } from "@/lib/formats/file-problem";

export type PerimeterFileCheck = {
  readonly problems: FileProblems;
  /** Null with errors: of half a file, the other half would seem to be missing. */
  readonly comparison: AttachmentComparison | null;
  /** Name of the site, by PRM, of those the registry has. */
  readonly names: ReadonlyMap<string, string>;
};

/** What the operator's perimeter file says otherwise than the registry; neither is changed, nothing is kept. */
export async function comparePerimeterFile(
  operationId: AuthorizedOperationId,
  bytes: Uint8Array,
): Promise<PerimeterFileCheck> {
  const { rows, problems } = readPerimeterFile(bytes);
  if (problems.errorCount > 0) return { problems, comparison: null, names: new Map() };
  const points = await listMeteringPoints(operationId);
  const stays = points.flatMap(({ prm, injectionContract, attachments }) =>
    attachments.map((attachment) => ({ prm, injectionContract, ...attachment })),
  );
  return {
    problems,
    comparison: compareAttachments(stays, rows),
    names: new Map(points.map(({ prm, name }) => [prm, name])),
  };
}
