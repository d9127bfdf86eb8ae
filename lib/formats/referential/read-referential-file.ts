import { decodeText } from "@/lib/formats/decode-text";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { documentParts } from "./document-parts";
import { ReferentialFileNodes } from "./referential-file-nodes";
import * as messages from "./referential-messages";
import type { WrittenNode } from "./referential-reading";

/**
 * Reads one markdown file of a referential: `#` and a title, a yaml block, sections on even levels, and under a section
 * « Actions » the titles of what it contains, two levels below.
 *
 * @returns Its nodes in the order of the file, without what could not be understood.
 */
export function readReferentialFile(bytes: Uint8Array, log: ProblemLog): readonly WrittenNode[] {
  const text = decodeText(bytes);
  if (text.trim() === "") {
    log.error("EMPTY_FILE", {}, messages.emptyFile);
    return [];
  }
  const nodes = new ReferentialFileNodes(log);
  for (const part of documentParts(text)) {
    if (part.kind === "heading") nodes.addHeading(part);
    else if (part.kind === "fence") nodes.addFence(part);
    else nodes.addText(part);
  }
  return nodes.finish();
}
