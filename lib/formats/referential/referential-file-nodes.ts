import type { ReferentialSection } from "@/lib/domain/scoring/referential";
import type { ProblemLog } from "@/lib/formats/problem-log";
import type { DocumentPart } from "./document-parts";
import { readMetadata } from "./read-metadata";
import { readNodeMetadata } from "./read-node-metadata";
import * as messages from "./referential-messages";
import type { WrittenNode } from "./referential-reading";

type Part<Kind extends DocumentPart["kind"]> = Extract<DocumentPart, { kind: Kind }>;

/** A node whose text is still being read. */
type OpenNode = {
  readonly level: number;
  readonly title: Part<"heading">;
  readonly parent: OpenNode | null;
  /** Null until its yaml block came. */
  metadata: ReturnType<typeof readNodeMetadata> | null;
  readonly sections: { readonly title: string; readonly lines: string[] }[];
  /** Where text and titles go now: into a section, among its actions, or nowhere said. */
  place: "start" | "section" | "actions";
};

/** What makes a block the metadata of an action, wherever it stands. */
const IDENTIFIER = /^(?:id|identifiant)\s*:/;

/** Text that stands right under the metadata, before any section. */
const DESCRIPTION = "Description";

/** Puts the pieces of one file together to nodes. */
export class ReferentialFileNodes {
  readonly #log: ProblemLog;
  readonly #nodes: OpenNode[] = [];
  /** The nodes that the present line is in, the outermost first. */
  #path: OpenNode[] = [];
  /** A title that could not be placed: what follows belongs to it, and is passed over with it. */
  #isLost = false;
  #lastHeading: Part<"heading"> | null = null;

  constructor(log: ProblemLog) {
    this.#log = log;
  }

  addHeading(heading: Part<"heading">): void {
    this.#lastHeading = heading;
    const isTitle = heading.level % 2 === 1;
    if (isTitle && !this.#isInProse(heading)) this.#openNode(heading);
    else if (isTitle)
      this.addText({ kind: "text", text: `${"#".repeat(heading.level)} ${heading.text}`, line: heading.line });
    else this.#openSection(heading);
  }

  addFence(fence: Part<"fence">): void {
    const { line, lines, language, isClosed } = fence;
    if (!isClosed) this.#log.error("FENCE_OPEN", { line }, () => messages.fenceOpen(line));
    const node = this.#path.at(-1);
    const isMetadata = (language === "yaml" || language === "yml") && node?.place === "start" && !node.metadata;
    if (this.#isLost) return;
    if (node && isMetadata) {
      const { text, line: titleLine } = node.title;
      const title = { text, line: titleLine, isTop: node.level === 1 };
      node.metadata = readNodeMetadata(readMetadata(lines, line + 1, this.#log), title, this.#log);
      return;
    }
    if (node && language !== "" && lines.some((content) => IDENTIFIER.test(content))) {
      const { level, text } = this.#lastHeading ?? node.title;
      this.#log.error("TITLE_OUT_OF_PLACE", { line }, () => messages.titleOutOfPlace(line, text, level));
      return;
    }
    const block = ["```".concat(language), ...lines, "```"];
    for (const [index, text] of block.entries()) this.addText({ kind: "text", text, line: line + index });
  }

  addText({ text, line }: Part<"text">): void {
    if (this.#isLost) return;
    const node = this.#path.at(-1);
    const isBlank = text.trim() === "";
    if (!node) {
      if (!isBlank) this.#log.error("TEXT_BEFORE_TITLE", { line }, () => messages.textBeforeTitle(line));
    } else if (node.place === "actions") {
      if (!isBlank) this.#log.warning("TEXT_IN_ACTIONS", { line }, () => messages.textInActions(line));
    } else if (node.place === "section") node.sections.at(-1)?.lines.push(text);
    else if (!isBlank) {
      node.sections.push({ title: DESCRIPTION, lines: [text] });
      node.place = "section";
    }
  }

  /** The nodes that have a number; the others are told. */
  finish(): readonly WrittenNode[] {
    const written: WrittenNode[] = [];
    for (const { title, parent, metadata, sections } of this.#nodes) {
      const { line, text } = title;
      if (!metadata) this.#log.error("NO_METADATA", { line }, () => messages.noMetadata(line, text));
      if (!metadata || metadata.number === null) continue;
      const { number, ...rest } = metadata;
      const above = parent?.metadata?.number ?? null;
      if (above !== null && !isDirectlyIn(number, above)) {
        this.#log.error("ID_OUT_OF_PLACE", { line }, () => messages.idOutOfPlace(line, number, above));
      }
      written.push({ number, title: text.normalize("NFC"), line, ...rest, sections: sections.flatMap(closeSection) });
    }
    return written;
  }

  /** A title inside a section is a subtitle of its text, whatever its level. */
  #isInProse({ level }: Part<"heading">): boolean {
    const node = this.#path.at(-1);
    return node?.place === "section" && level > node.level;
  }

  #openNode(title: Part<"heading">): void {
    const { level, line, text } = title;
    this.#isLost = false;
    this.#path = this.#path.filter((open) => open.level < level);
    const parent = this.#path.at(-1);
    if (text === "") this.#log.error("EMPTY_TITLE", { line }, () => messages.emptyTitle(line));
    if (level === 1 && this.#nodes.length > 0) {
      this.#lose(() => this.#log.error("SECOND_TITLE", { line }, () => messages.secondTitle(line, text)));
    } else if (level > 1 && !(parent?.level === level - 2 && parent.place === "actions")) {
      this.#lose(() =>
        this.#log.error("TITLE_OUT_OF_PLACE", { line }, () => messages.titleOutOfPlace(line, text, level)),
      );
    } else {
      const node: OpenNode = { level, title, parent: parent ?? null, metadata: null, sections: [], place: "start" };
      this.#nodes.push(node);
      this.#path.push(node);
    }
  }

  #openSection({ level, line, text }: Part<"heading">): void {
    const owner = this.#path.find((open) => open.level === level - 1);
    // Deeper than any node can be here: a subtitle of the text.
    const innermost = this.#path.at(-1);
    if (!owner && innermost?.place === "section" && level > innermost.level) {
      this.addText({ kind: "text", text: `${"#".repeat(level)} ${text}`, line });
      return;
    }
    if (!owner) {
      if (!this.#isLost)
        this.#log.error("SECTION_OUT_OF_PLACE", { line }, () => messages.sectionOutOfPlace(line, text, level));
      return;
    }
    this.#isLost = false;
    this.#path = this.#path.filter((open) => open.level <= owner.level);
    owner.place = /^actions$/i.test(text) ? "actions" : "section";
    if (owner.place === "section") owner.sections.push({ title: text, lines: [] });
  }

  #lose(tell: () => void): void {
    tell();
    this.#isLost = true;
  }
}

/** 3.1.1.5 is directly in 3.1.1, 3 in the referential itself. */
function isDirectlyIn(number: string, above: string): boolean {
  const parts = number.split(".");
  return parts.slice(0, -1).join(".") === above && (above !== "" || parts.length === 1);
}

function closeSection({ title, lines }: OpenNode["sections"][number]): readonly ReferentialSection[] {
  const markdown = lines.join("\n").trim().normalize("NFC");
  return markdown === "" ? [] : [{ title, markdown }];
}
