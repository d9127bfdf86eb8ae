/** A piece of a markdown document, as far as a referential needs it told apart. */
export type DocumentPart =
  | { readonly kind: "heading"; readonly level: number; readonly text: string; readonly line: number }
  /** A block between ``` marks; its lines without them. */
  | {
      readonly kind: "fence";
      readonly language: string;
      readonly lines: readonly string[];
      readonly line: number;
      readonly isClosed: boolean;
    }
  | { readonly kind: "text"; readonly text: string; readonly line: number };

const HEADING = /^(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const FENCE = /^\s{0,3}(```+|~~~+)\s*([^\s`]*)/;

/** Cuts a document into headings, fenced blocks and lines of text; blank lines are text too, which separate paragraphs. */
export function* documentParts(text: string): Generator<DocumentPart> {
  const lines = text.split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length; index += 1) {
    const content = lines[index] as string;
    const fence = FENCE.exec(content);
    if (fence) {
      const end = findFenceEnd(lines, index, fence[1] as string);
      const inside = lines.slice(index + 1, end ?? lines.length);
      const language = (fence[2] ?? "").toLowerCase();
      yield { kind: "fence", language, lines: inside, line: index + 1, isClosed: end !== null };
      index = end ?? lines.length;
      continue;
    }
    const heading = HEADING.exec(content);
    if (heading) {
      yield { kind: "heading", level: (heading[1] as string).length, text: (heading[2] ?? "").trim(), line: index + 1 };
    } else yield { kind: "text", text: content.trimEnd(), line: index + 1 };
  }
}

function findFenceEnd(lines: readonly string[], start: number, mark: string): number | null {
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = (lines[index] as string).trim();
    if (line.startsWith(mark) && line.replaceAll(mark.charAt(0), "") === "") return index;
  }
  return null;
}
