import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import { listOtherAttachments } from "@/lib/data/other-attachments";
import { type Registry, readRegistry } from "@/lib/data/registry";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { comparePerimeter, type PerimeterDifference } from "@/lib/domain/perimeter/compare-perimeter";
import type { DeclaredPerimeter } from "@/lib/domain/perimeter/declared-perimeter";
import { listHolderConflicts } from "@/lib/domain/perimeter/list-holder-conflicts";
import { listPlannedChanges, type PlannedChange } from "@/lib/domain/perimeter/list-planned-changes";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeOtherAttachment } from "@/lib/format/describe-other-attachment";
import { parseAnnex2FileName } from "@/lib/formats/annex-2/annex-2-file-name";
import type { Annex2Reading } from "@/lib/formats/annex-2/read-annex-2-workbook";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { assignRegisteredHolders } from "./assign-registered-holders";
import { perimeterOn } from "./perimeter-on";

/** An operation whose access is proven. */
export type RegistryOperation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

/** An annexe 2 as it was handed in. */
export type Annex2Upload = { readonly name: string; readonly bytes: Uint8Array };

/** What a workbook would change, and what later decisions it would replace. */
export type Annex2Difference = PerimeterDifference & { readonly cancelled: readonly PlannedChange[] };

/** What a workbook means for the registry on a day. */
export type Annex2Check = {
  readonly effectDay: CivilDate;
  /** Null when the file is no annexe 2; with errors, of the rows that were understood. */
  readonly difference: Annex2Difference | null;
  /** Of the file, and of what it asks. */
  readonly problems: FileProblems;
};

export type Annex2Comparison = Annex2Check & {
  readonly registry: Registry;
  readonly declared: DeclaredPerimeter | null;
};

/**
 * Sets a workbook that was read against the registry as it is now.
 *
 * @throws {DomainError} BEFORE_START when the day is before the operation's first one.
 */
export async function compareAnnex2(
  { id, sheet }: RegistryOperation,
  fileName: string,
  { workbook, problems }: Annex2Reading,
  effectDay: CivilDate,
): Promise<Annex2Comparison> {
  assertEffectDay(sheet, effectDay);
  const registry = await readRegistry(id);
  const log = new ProblemLog();
  checkFileName(sheet, fileName, log);
  if (workbook === null) {
    return { effectDay, registry, declared: null, difference: null, problems: join(problems, log.problems()) };
  }
  const declared = inWholeWatts(workbook);
  checkHolders(declared, log);
  checkErased(registry, declared, log);
  checkStorage(registry, declared, log);
  const prms = [...declared.consumers, ...declared.producers].map(({ prm }) => prm);
  for (const other of await listOtherAttachments(id, prms, effectDay)) {
    log.error("PRM_IN_OTHER_OPERATION", {}, () => describeOtherAttachment(other));
  }
  const attachments = registry.points.flatMap(({ prm, attachments: stays }) => stays.map((stay) => ({ prm, ...stay })));
  const difference = {
    ...comparePerimeter(perimeterOn(registry, effectDay), declared),
    cancelled: listPlannedChanges(attachments, registry.keys, effectDay),
  };
  return { effectDay, registry, declared, difference, problems: join(problems, log.problems()) };
}

/** Before anything is read: a day no workbook can take effect on. */
function assertEffectDay({ startDay }: OperationSheet, effectDay: CivilDate): void {
  if (effectDay >= startDay) return;
  const details = { effectDate: effectDay, start: startDay };
  throw new DomainError("BEFORE_START", "a perimeter cannot change before its operation starts", { details });
}

// The registry keeps whole watts: 54,4567 kW would differ from itself for ever.
function inWholeWatts(perimeter: DeclaredPerimeter): DeclaredPerimeter {
  const producers = perimeter.producers.map(({ peakPowerW, ...producer }) => ({
    ...producer,
    peakPowerW: peakPowerW === null ? null : Math.round(peakPowerW),
  }));
  return { ...perimeter, producers };
}

function checkFileName({ accNumber }: OperationSheet, fileName: string, log: ProblemLog): void {
  const named = parseAnnex2FileName(fileName)?.accNumber;
  if (!named || !accNumber || named === accNumber) return;
  log.error(
    "WRONG_OPERATION",
    {},
    () => `Le nom du fichier désigne l’opération ${named}, pas ${accNumber}. Choisissez le bon fichier ou renommez-le.`,
  );
}

function checkHolders(declared: DeclaredPerimeter, log: ProblemLog): void {
  for (const prm of listHolderConflicts(declared)) {
    log.error(
      "TWO_HOLDERS",
      {},
      () =>
        `Le PRM ${prm} est dans les deux feuilles avec deux titulaires différents. Écrivez partout le même nom, le même SIRET ou RNA et la même adresse.`,
    );
  }
}

/** Whoever asked to be forgotten does not come back by a workbook, by hand neither. */
function checkErased(registry: Registry, declared: DeclaredPerimeter, log: ProblemLog): void {
  const erased = new Set(registry.participants.filter(({ isErased }) => isErased).map(({ id }) => id));
  if (erased.size === 0) return;
  for (const { participantId, prms } of assignRegisteredHolders(registry, declared)) {
    if (participantId === null || !erased.has(participantId)) continue;
    const named = `${prms.length === 1 ? "du PRM" : "des PRM"} ${prms.join(", ")}`;
    log.error(
      "DATA_ERASED",
      {},
      () =>
        `Le titulaire ${named} a demandé l’effacement de ses données : plus rien ne s’y ajoute. Retirez ses lignes du classeur.`,
    );
  }
}

/** @see code de l'énergie, D.315-5 */
function checkStorage({ points }: Registry, { consumers, producers }: DeclaredPerimeter, log: ProblemLog): void {
  const storage = new Set(points.filter(({ isStorage }) => isStorage).map(({ prm }) => prm));
  const [consuming, producing] = [consumers, producers].map((lines) => new Set(lines.map(({ prm }) => prm)));
  for (const prm of storage) {
    const [isConsumer, isProducer] = [consuming?.has(prm), producing?.has(prm)];
    if (isConsumer === isProducer) continue;
    log.warning(
      "STORAGE_NEEDS_BOTH_ROLES",
      {},
      () =>
        `Le PRM ${prm} est une unité de stockage, consommateur quand elle se charge et producteur quand elle se décharge (D. 315-5) : ajoutez-le à la feuille des ${isConsumer ? "producteurs" : "consommateurs"}.`,
    );
  }
}

function join(ofFile: FileProblems, ofRegistry: FileProblems): FileProblems {
  return {
    listed: [...ofFile.listed, ...ofRegistry.listed],
    errorCount: ofFile.errorCount + ofRegistry.errorCount,
    warningCount: ofFile.warningCount + ofRegistry.warningCount,
  };
}
