import { compareNodeIds } from "@/lib/domain/scoring/compare-node-ids";
import { ProblemLog } from "@/lib/formats/problem-log";
import { buildReferential } from "./build-referential";
import { readReferentialFile } from "./read-referential-file";
import * as messages from "./referential-messages";
import type { ReferentialFile, ReferentialReading, WrittenNode } from "./referential-reading";

/** The whole CAE takes 3 MB in 86 files. */
const MAX_FILE_BYTES = 5_000_000;
/** The whole CAE has 1 471. */
const MAX_NODES = 20_000;

/** A node, and where it comes from. */
export type PlacedNode = WrittenNode & { readonly file: string; readonly log: ProblemLog };

/** What the files of a referential do not say. */
export type ReferentialOptions = {
  /** In front of every id: `cae`. */
  readonly id: string;
  /** Depth of a measure, which is how many parts its number has: 3 in the CAE, 2 in the circular economy. */
  readonly measureDepth: number;
  /** Points of measures that their file does not give, by number, as those of 2021 do not. */
  readonly knownPoints?: ReadonlyMap<string, number>;
};

/**
 * Reads a referential from its markdown files, of either generation, all of it or a single measure.
 *
 * Numbers nest by their dots, across files too; what groups measures may be missing and is then implied. A bad file, or a
 * bad node, is told with its line and hides no other.
 *
 * @param files - In any order.
 */
export function readReferential(files: readonly ReferentialFile[], options: ReferentialOptions): ReferentialReading {
  const logs = new Map<string, ProblemLog>();
  const nodes = new Map<string, PlacedNode>();
  for (const { name, bytes } of files) {
    const log = new ProblemLog();
    logs.set(name, log);
    if (!/\.(?:md|markdown)$/i.test(name)) log.warning("NOT_MARKDOWN", {}, () => messages.notMarkdown(name));
    else if (bytes.length > MAX_FILE_BYTES) log.error("FILE_TOO_LARGE", {}, messages.tooLarge);
    else for (const node of readReferentialFile(bytes, log)) addNode(nodes, { ...node, file: name, log });
  }
  const ordered = [...nodes.values()].sort((a, b) => compareNodeIds(a.number, b.number));
  const generation = checkGenerations(ordered);
  const referential = ordered.length === 0 ? null : buildReferential(ordered, generation, options);
  return close(logs, { referential, generation }, files[0]?.name ?? "");
}

function addNode(nodes: Map<string, PlacedNode>, node: PlacedNode): void {
  const { number, line, log } = node;
  const before = nodes.get(number);
  if (before) log.error("ID_TWICE", { line }, () => messages.idTwice(line, number, before.file, before.line));
  else if (nodes.size >= MAX_NODES) log.error("TOO_MANY_NODES", {}, () => messages.tooManyNodes(MAX_NODES));
  else nodes.set(number, node);
}

/** The generation of the first node that shows one; those of the other are told. */
function checkGenerations(nodes: readonly PlacedNode[]): 1 | 2 | null {
  const generation = nodes.find((node) => node.generation !== null)?.generation ?? null;
  for (const { line, number, log, ...node } of nodes) {
    if (node.generation !== null && node.generation !== generation) {
      log.error("OTHER_GENERATION", { line }, () => messages.otherGeneration(line, number));
    }
    if (generation === 1 && node.percent !== null) {
      log.warning("PERCENT_IGNORED", { line }, () => messages.percentIgnored(line));
    }
  }
  return generation;
}

function close(
  logs: ReadonlyMap<string, ProblemLog>,
  read: Pick<ReferentialReading, "referential" | "generation">,
  firstName: string,
): ReferentialReading {
  const count = () => [...logs.values()].reduce((sum, log) => sum + log.problems().errorCount, 0);
  if (!read.referential && count() === 0) {
    const log = logs.get(firstName) ?? new ProblemLog();
    log.error("NOTHING_READ", {}, messages.nothingRead);
    return { ...read, files: [{ name: firstName, problems: log.problems() }], errorCount: 1 };
  }
  const files = [...logs].map(([name, log]) => ({ name, problems: log.problems() }));
  return { ...read, files, errorCount: count() };
}
