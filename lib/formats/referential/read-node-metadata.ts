import type { ActionCategory } from "@/lib/domain/scoring/referential";
import type { ProblemLog } from "@/lib/formats/problem-log";
import type { MetadataValue } from "./read-metadata";
import * as messages from "./referential-messages";
import type { WrittenNode } from "./referential-reading";

const NUMBER_ID = /^\d+(?:\.\d+)*$/;
/** `cae`: the referential itself. */
const ROOT_ID = /^[a-z][a-z_]*$/i;
const DECIMAL = /^\d+(?:[.,]\d+)?$/;
const WHOLE_PERCENT = 100;

const CATEGORIES: ReadonlyMap<string, ActionCategory> = new Map([
  ["bases", "bases"],
  ["mise en œuvre", "implementation"],
  ["mise en oeuvre", "implementation"],
  ["effets", "effects"],
]);

type NodeMetadata = Pick<WrittenNode, "generation" | "points" | "percent" | "category" | "theme"> & {
  /** Null: it has none, or one that is none. */
  readonly number: string | null;
};

/** What the metadata block of a node says of it. */
export function readNodeMetadata(
  values: ReadonlyMap<string, MetadataValue>,
  title: { readonly text: string; readonly line: number; readonly isTop: boolean },
  log: ProblemLog,
): NodeMetadata {
  const old = values.get("id");
  const recent = values.get("identifiant");
  if (old && recent) log.error("TWO_IDS", { line: old.line }, () => messages.twoIds(old.line));
  return {
    number: readNumber(recent ?? old, title, log),
    generation: recent ? 2 : old ? 1 : null,
    points: readDecimal("points", values.get("points"), Number.MAX_SAFE_INTEGER, log),
    percent: readDecimal("pourcentage", values.get("pourcentage"), WHOLE_PERCENT, log),
    category: readCategory(values.get("categorie"), log),
    theme: values.get("climat_pratic_id")?.text || null,
  };
}

function readNumber(
  id: MetadataValue | undefined,
  { text, line, isTop }: { readonly text: string; readonly line: number; readonly isTop: boolean },
  log: ProblemLog,
): string | null {
  if (!id || id.text === "") {
    log.error("NO_ID", { line }, () => messages.noId(line, text));
    return null;
  }
  if (isTop && ROOT_ID.test(id.text)) return "";
  if (NUMBER_ID.test(id.text)) return id.text;
  log.error("BAD_ID", { line: id.line }, () => messages.badId(id.line, id.text));
  return null;
}

function readDecimal(
  key: "points" | "pourcentage",
  value: MetadataValue | undefined,
  max: number,
  log: ProblemLog,
): number | null {
  if (!value || value.text === "") return null;
  const { line, text } = value;
  const number = DECIMAL.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (number <= max) return number;
  if (key === "points") log.error("BAD_POINTS", { line }, () => messages.badNumber(line, key, text));
  else log.error("BAD_PERCENT", { line }, () => messages.badPercent(line, text));
  return null;
}

function readCategory(value: MetadataValue | undefined, log: ProblemLog): ActionCategory | null {
  if (!value || value.text === "") return null;
  const category = CATEGORIES.get(value.text.toLowerCase().normalize("NFC"));
  if (!category) log.error("BAD_CATEGORY", { line: value.line }, () => messages.badCategory(value.line, value.text));
  return category ?? null;
}
