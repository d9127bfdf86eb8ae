import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./referential-messages";

/** A value of a metadata block, always as text: `3.1` is an id, not a number. */
export type MetadataValue = { readonly text: string; readonly line: number };

const PAIR = /^([\p{Letter}_][\p{Letter}\p{Number}_-]*)\s*:(?:\s+(.*))?$/u;

/**
 * The keys of a metadata block: the flat part of YAML that referentials use. What hangs below a key, a list or a long
 * text, belongs to keys that are not read here and is passed over.
 *
 * @param firstLine - Line of the first of them. (1-based)
 */
export function readMetadata(
  lines: readonly string[],
  firstLine: number,
  log: ProblemLog,
): ReadonlyMap<string, MetadataValue> {
  const values = new Map<string, MetadataValue>();
  for (const [index, content] of lines.entries()) {
    const line = firstLine + index;
    if (/^\s*(?:#.*)?$/.test(content) || (values.size > 0 && /^(?:\s|- )/.test(content))) continue;
    const [, key, value] = PAIR.exec(content.trimEnd()) ?? [];
    if (key === undefined) log.error("BAD_METADATA", { line }, () => messages.badMetadata(line, content.trim()));
    else if (values.has(key)) log.error("KEY_TWICE", { line }, () => messages.keyTwice(line, key));
    else values.set(key, { text: unquote(value ?? ""), line });
  }
  return values;
}

function unquote(value: string): string {
  const text = value.trim();
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(text);
  return quoted ? (quoted[2] as string) : text.replace(/\s+#.*$/, "").trim();
}
