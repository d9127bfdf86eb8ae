import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { PersonalisationQuestion } from "@/lib/domain/scoring/personalisation";
import type { PlanChangeKind } from "@/lib/domain/scoring/plan-change-kind";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { STATUS_WORDS, UNFILLED_WORD } from "./climate-words";
import { describeAnswer } from "./describe-answer";
import { describeAuditAction } from "./describe-audit-action";
import { formatDay } from "./format-date";
import { formatNumber, UNKNOWN } from "./format-number";
import { formatPercent } from "./format-percent";

/** Kinds of change of a climate plan, as the history's filter names them. */
export const PLAN_CHANGE_WORDS: Readonly<Record<PlanChangeKind, string>> = {
  status: "Statut",
  note: "Explication, pilote, échéance",
  evidence: "Preuve",
  profile: "Personnalisation",
  referential: "Référentiel",
  snapshot: "Instantané",
  audit: "Demande d’étoile et audit",
};

/** A change, without who and when. */
export type DescribablePlanChange =
  | { readonly kind: "status"; readonly before: ActionStatus | null; readonly after: ActionStatus | null }
  | { readonly kind: "note"; readonly before: ActionNote | null; readonly after: ActionNote | null }
  | {
      readonly kind: Exclude<PlanChangeKind, "status" | "note">;
      readonly action: string;
      readonly title: string | null;
      readonly before: unknown;
      readonly after: unknown;
    };

/** What the words of a change are looked up in. */
export type PlanChangeWords = {
  /** Of people, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly questions: readonly PersonalisationQuestion[];
};

/**
 * What was changed in a climate plan, a line for each thing: before → after.
 *
 * @example
 * describePlanChange({ kind: "status", before: null, after: { status: "done" } }, words); // => ["Statut : Non renseigné → Fait"]
 */
export function describePlanChange(change: DescribablePlanChange, words: PlanChangeWords): readonly string[] {
  if (change.kind === "status") {
    return [`Statut : ${describeActionStatus(change.before)} → ${describeActionStatus(change.after)}`];
  }
  if (change.kind === "note") return describeNote(change.before, change.after, words);
  const sentence = describeAuditAction(change.action);
  const details = change.kind === "profile" ? describeProfile(change.before, change.after, words) : [];
  return [`${sentence}${nameOf(change, words)}`, ...details];
}

/** A status in words, a detail with its parts. */
export function describeActionStatus(status: ActionStatus | null): string {
  if (status === null || status.status === "unfilled") return UNFILLED_WORD;
  if (status.status !== "detailed") return STATUS_WORDS[status.status];
  const [done, planned, notDone] = status.detail.map((part) => formatPercent(part, 0));
  return `En détail (fait ${done}, programmé ${planned}, pas fait ${notDone})`;
}

const NOTE_FIELDS = [
  ["explanation", "Explication"],
  ["outReason", "Raison"],
  ["pilot", "Pilote"],
  ["dueDay", "Échéance"],
] as const;

function describeNote(before: ActionNote | null, after: ActionNote | null, words: PlanChangeWords): readonly string[] {
  return NOTE_FIELDS.flatMap(([field, label]) => {
    const [was, is] = [showNote(field, before, words), showNote(field, after, words)];
    return was === is ? [] : [`${label} : ${was} → ${is}`];
  });
}

function showNote(field: (typeof NOTE_FIELDS)[number][0], note: ActionNote | null, { names }: PlanChangeWords): string {
  if (field === "pilot") {
    const pilot = note?.pilot;
    if (!pilot) return UNKNOWN;
    return pilot.kind === "service" ? pilot.name : (names.get(pilot.userId) ?? "un ancien utilisateur");
  }
  const value = note?.[field];
  if (!value) return UNKNOWN;
  return field === "dueDay" ? formatDay(value) : `« ${value} »`;
}

function nameOf(
  { kind, title, after }: Exclude<DescribablePlanChange, { kind: "status" | "note" }>,
  words: PlanChangeWords,
) {
  if (title !== null) return ` : « ${title} »`;
  const { star, auditorId } = (after ?? {}) as Readonly<Record<string, unknown>>;
  if (kind !== "audit") return "";
  if (typeof auditorId === "string") return `, confié à ${words.names.get(auditorId) ?? "un ancien utilisateur"}`;
  return typeof star === "number" ? ` (étoile ${star})` : "";
}

const KINDS: Readonly<Record<string, string>> = {
  commune: "commune",
  intercommunal: "intercommunalité",
  syndicate: "syndicat",
};
const PROFILE_FIELDS = { kind: "Type", population: "Population", isOverseas: "En outre-mer" } as const;

function describeProfile(before: unknown, after: unknown, { questions }: PlanChangeWords): readonly string[] {
  const [was, is] = [toProfile(before), toProfile(after)];
  const fields = Object.entries(PROFILE_FIELDS).flatMap(([field, label]) =>
    describeValue(label, showField(was[field]), showField(is[field])),
  );
  const ids = [...new Set([...Object.keys(was.answers), ...Object.keys(is.answers)])].sort();
  const answers = ids.flatMap((id) => {
    const question = questions.find((each) => each.id === id);
    const show = (answer: AnswerValue | undefined) =>
      answer === undefined ? UNKNOWN : describeAnswer(answer, question);
    return describeValue(`« ${question?.wording ?? id} »`, show(was.answers[id]), show(is.answers[id]));
  });
  return [...fields, ...answers];
}

type LooseProfile = Readonly<Record<string, unknown>> & { readonly answers: Readonly<Record<string, AnswerValue>> };

function toProfile(json: unknown): LooseProfile {
  return { answers: {}, ...(json as Partial<LooseProfile> | null) };
}

/** A field of what a collectivity says of itself, in words. */
export function showField(value: unknown): string {
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return formatNumber(value);
  return typeof value === "string" ? (KINDS[value] ?? value) : UNKNOWN;
}

function describeValue(label: string, before: string, after: string): readonly string[] {
  return before === after ? [] : [`${label} : ${before} → ${after}`];
}
