import { AUDIT_DETAIL_LABELS, AUDIT_DETAIL_WORDS } from "./audit-detail-words";
import { formatDay } from "./format-date";
import { formatKw } from "./format-energy";
import { formatNumber } from "./format-number";

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** Of the fields that stayed, those without which one would not know what changed. */
const SAYS_WHICH: ReadonlySet<string> = new Set(["day", "from", "kind", "name", "place"]);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * What an audit event tells beside its sentence, in French, one line a field; before and after where both are known.
 *
 * What only machines read (ids, fields of a later version) is left out: the sentence stands by itself.
 */
export function describeAuditDetails(before: Json, after: Json): readonly string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  return keys.flatMap((key) => {
    const label = AUDIT_DETAIL_LABELS[key];
    const [was, is] = [showValue(key, old[key]), showValue(key, now[key])];
    if (!label || (was === null && is === null)) return [];
    if (isSame(old[key], now[key])) return SAYS_WHICH.has(key) ? [`${label} : ${is}`] : [];
    return was === null || !(key in now) ? [`${label} : ${is ?? was}`] : [`${label} : ${was} → ${is ?? "–"}`];
  });
}

const isSame = (was: Json, is: Json) => was !== undefined && JSON.stringify(was) === JSON.stringify(is);

/** Counts are told like fields: `{counts: {entered: 2}}` says « entrées : 2 », once. */
function fieldsOf(value: Json): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const { counts, ...fields } = value as Readonly<Record<string, Json>>;
  return { ...fields, ...fieldsOf(counts) };
}

function showValue(key: string, value: Json): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return key.endsWith("PowerW") ? formatKw(value) : formatNumber(value);
  if (typeof value === "string") return showText(value);
  if (Array.isArray(value)) return key === "fields" ? showFields(value) : showList(value);
  return showChange(key, value as Readonly<Record<string, Json>>);
}

function showChange(key: string, { before, after }: Readonly<Record<string, Json>>): string | null {
  const [was, is] = [showValue(key, before), showValue(key, after)];
  return was === null && is === null ? null : `${was ?? "–"} → ${is ?? "–"}`;
}

function showText(text: string): string | null {
  if (ID.test(text)) return null;
  if (DAY.test(text)) return formatDay(text);
  return AUDIT_DETAIL_WORDS[text] ?? text;
}

/** What has no name in French is for machines. */
function showFields(names: readonly Json[]): string | null {
  return names.flatMap((name) => AUDIT_DETAIL_LABELS[String(name)] ?? []).join(", ") || null;
}

function showList(values: readonly Json[]): string | null {
  const texts = values.filter((value) => typeof value === "string").flatMap((text) => showText(text) ?? []);
  if (texts.length > 0) return texts.join(", ");
  return values.length > 0 ? formatNumber(values.length) : null;
}
