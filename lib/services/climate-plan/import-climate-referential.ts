import "server-only";
import { type NewClimateReferential, replaceClimateReferential } from "@/lib/data/climate-referentials";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { compareReferentials, type ReferentialChange } from "@/lib/domain/scoring/compare-referentials";
import { countReferential, type ReferentialCounts } from "@/lib/domain/scoring/count-referential";
import { listReferentialNodes } from "@/lib/domain/scoring/list-referential-nodes";
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
  readonly found:
    | (ReferentialCounts & {
        readonly actionCount: number;
        /** Answers that stand on an action of it, and those that wait for a text that has theirs. */
        readonly answersKept: number;
        readonly answersWaiting: number;
        readonly changes: ReferentialImportChanges;
      })
    | null;
};

/** What a text changes of the one in force: all counted, not all listed. */
export type ReferentialImportChanges = {
  readonly added: number;
  readonly removed: number;
  readonly repriced: number;
  /** Of the actions that go, those with an answer. */
  readonly answersLost: number;
  /** Those that lose an answer first. */
  readonly listed: readonly ReferentialChange[];
};

/** A whole programme that changes is read in the text itself. */
const MAX_LISTED = 300;

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
    listReferentialNodes(present.root)
      .filter(({ number }) => number !== "" && number.split(".").length === present.measureDepth)
      .map(({ number, points }) => [number, points]),
  );
  const { measureDepth } = present;
  const { referential, files, errorCount } = readReferentialUpload(uploads, { id: CAE, measureDepth, knownPoints });
  const isKept = referential !== null && errorCount === 0 && !isDryRun;
  const nodes = referential ? listReferentialNodes(referential.root) : [];
  if (isKept)
    await replaceClimateReferential(collectivityId, actor, { name: CAE, measureDepth, nodes: nodes.map(toRow) });
  const answered = [...(await listClimateStatuses(collectivityId)).keys()];
  const ids = new Set(nodes.map(({ id }) => id));
  const answersKept = answered.filter((id) => ids.has(id)).length;
  const found = referential && {
    ...countReferential(referential),
    actionCount: nodes.filter(({ title }) => title !== null).length,
    answersKept,
    answersWaiting: answered.length - answersKept,
    changes: summarise(compareReferentials(present, referential, new Set(answered))),
  };
  return { files, errorCount, isKept, found };
}

/** Counts the changes and lists the first, those that lose an answer before all. */
function summarise(changes: readonly ReferentialChange[]): ReferentialImportChanges {
  const count = (kind: ReferentialChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const isLost = ({ kind, isAnswered }: ReferentialChange) => kind === "removed" && isAnswered;
  const lost = changes.filter(isLost);
  return {
    added: count("added"),
    removed: count("removed"),
    repriced: count("repriced"),
    answersLost: lost.length,
    listed: [...lost, ...changes.filter((change) => !isLost(change))].slice(0, MAX_LISTED),
  };
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
