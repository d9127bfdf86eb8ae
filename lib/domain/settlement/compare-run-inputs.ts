import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Period } from "@/lib/domain/time/period";
import type { RecordedAttachment, RecordedDelivery, RecordedKey, RunInputs } from "./run-inputs";

/** How a part that two runs may share differs: only the second has it, only the first, or both have another one. */
export type PartChange = "added" | "removed" | "changed";

/** One input that differs between two runs. */
export type InputChange =
  | {
      readonly part: "perimeter";
      readonly meteringPointId: string;
      readonly role: PerimeterRole;
      /** The days on which it counted, in each run. */
      readonly was: readonly Span[];
      readonly is: readonly Span[];
    }
  | { readonly part: "key"; readonly id: string; readonly change: PartChange }
  | { readonly part: "delivery"; readonly id: string; readonly change: PartChange }
  | { readonly part: "decision"; readonly id: string; readonly change: PartChange };

type Span = Pick<Period, "from"> & { readonly toExclusive: Period["toExclusive"] | null };

/**
 * What differs between the inputs of two runs, but for their curves.
 *
 * @returns Perimeter first, then keys, deliveries and decisions; empty when all is the same.
 */
export function compareRunInputs(before: RunInputs, after: RunInputs): readonly InputChange[] {
  return [
    ...comparePerimeters(before.attachments, after.attachments),
    ...compareParts(before.keys, after.keys, isSameKey).map((found) => ({ part: "key" as const, ...found })),
    ...compareParts(before.deliveries, after.deliveries, isSameDelivery).map((found) => ({
      part: "delivery" as const,
      ...found,
    })),
    ...compareParts(before.decisionIds.map(withId), after.decisionIds.map(withId), () => true).map((found) => ({
      part: "decision" as const,
      ...found,
    })),
  ];
}

const withId = (id: string) => ({ id });

const isSameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.toExclusive === b.toExclusive;

const isSameKey = (a: RecordedKey, b: RecordedKey): boolean =>
  a.kind === b.kind && a.sha256 === b.sha256 && isSameSpan(a, b);

const isSameDelivery = (a: RecordedDelivery, b: RecordedDelivery): boolean =>
  a.isRefused === b.isRefused && a.sha256 === b.sha256;

function compareParts<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  isSame: (was: T, is: T) => boolean,
): readonly { readonly id: string; readonly change: PartChange }[] {
  const [old, now] = [new Map(before.map((part) => [part.id, part])), new Map(after.map((part) => [part.id, part]))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): { id: string; change: PartChange }[] => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was && is) return isSame(was, is) ? [] : [{ id, change: "changed" }];
    return [{ id, change: was ? "removed" : "added" }];
  });
}

function comparePerimeters(
  before: readonly RecordedAttachment[],
  after: readonly RecordedAttachment[],
): readonly InputChange[] {
  const keyOf = ({ meteringPointId, role }: RecordedAttachment) => `${meteringPointId}|${role}`;
  const keys = [...new Set([...before, ...after].map(keyOf))];
  return keys.flatMap((key) => {
    const spans = (all: readonly RecordedAttachment[]) =>
      all
        .filter((attachment) => keyOf(attachment) === key)
        .map(({ from, toExclusive }) => ({ from, toExclusive }))
        .sort((a, b) => (a.from < b.from ? -1 : 1));
    const [was, is] = [spans(before), spans(after)];
    const isSame = was.length === is.length && was.every((span, n) => isSameSpan(span, is[n] as Span));
    const [meteringPointId, role] = key.split("|") as [string, PerimeterRole];
    return isSame ? [] : [{ part: "perimeter" as const, meteringPointId, role, was, is }];
  });
}
