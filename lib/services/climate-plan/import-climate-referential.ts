import "server-only";
import { type NewClimateReferential, replaceClimateReferential } from "@/lib/data/climate-referentials";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { readReferentialUpload } from "@/lib/formats/referential/read-referential-upload";
import type { ReferentialFile, ReferentialReading } from "@/lib/formats/referential/referential-reading";
import { CAE, readClimateReferential } from "./read-climate-referential";

export type ReferentialImport = {
  readonly files: ReferentialReading["files"];
  readonly errorCount: number;
  /** False: something was not understood, or it was only to be looked at. */
  readonly isKept: boolean;
  /** Null when nothing was understood. */
  readonly found: {
    readonly points: number;
    readonly actionCount: number;
    /** Answers that stand on an action of it, and those that wait for a text that has theirs. */
    readonly answersKept: number;
    readonly answersWaiting: number;
  } | null;
};

/**
 * Puts the text that is handed in, of either generation, in the place of the referential of a collectivity. Answers are
 * kept by id. With one error nothing is written.
 *
 * A text of 2021 does not say what a measure is worth: what the referential in its place says is taken.
 *
 * @param isDryRun - Only tells what it would do.
 */
export async function importClimateReferential(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  uploads: readonly ReferentialFile[],
  isDryRun: boolean,
): Promise<ReferentialImport> {
  const { referential: present } = await readClimateReferential(collectivityId);
  const knownPoints = new Map(
    list(present.root)
      .filter(({ number }) => number !== "" && number.split(".").length === present.measureDepth)
      .map(({ number, points }) => [number, points]),
  );
  const { measureDepth } = present;
  const { referential, files, errorCount } = readReferentialUpload(uploads, { id: CAE, measureDepth, knownPoints });
  const isKept = referential !== null && errorCount === 0 && !isDryRun;
  const nodes = referential ? list(referential.root) : [];
  if (isKept)
    await replaceClimateReferential(collectivityId, actor, { name: CAE, measureDepth, nodes: nodes.map(toRow) });
  const ids = new Set(nodes.map(({ id }) => id));
  const answered = [...(await listClimateStatuses(collectivityId)).keys()];
  const answersKept = answered.filter((id) => ids.has(id)).length;
  const found = referential && {
    points: referential.root.points,
    actionCount: nodes.filter(({ title }) => title !== null).length,
    answersKept,
    answersWaiting: answered.length - answersKept,
  };
  return { files, errorCount, isKept, found };
}

function list(node: ReferentialNode): readonly ReferentialNode[] {
  return [node, ...node.children.flatMap(list)];
}

function toRow({
  number,
  title,
  points,
  category,
  theme,
  sections,
}: ReferentialNode): NewClimateReferential["nodes"][number] {
  return { number, title, points, category, theme, sections };
}
