import type { Attachment } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { CoefficientKey } from "./coefficient-key";
import type { RuleReason, SettlementRule } from "./settlement-rule";

/** Days of a period over which neither the key nor the perimeter changes. */
export type Stretch = {
  readonly rule: SettlementRule;
  /** Static only. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number>;
  readonly attachments: readonly Attachment[];
};

const ARTICLES: Readonly<Record<RuleReason, readonly string[]>> = {
  static_values: ["4.1", "4.3"],
  default_chosen: ["4.1"],
  dynamic_not_notified: ["4.1", "4.4"],
  no_key: ["4.1"],
};

/**
 * Cuts a period where its key or its perimeter changes.
 *
 * @param keys - At most one per day.
 * @param attachments - Of every metering point, in any order.
 * @returns In order, without a hole. A PRM that is out has no share: what the
 *   key gave it becomes surplus and the others keep theirs (art. 3.2.2).
 */
export function listStretches(
  period: Period,
  keys: readonly CoefficientKey[],
  attachments: readonly Attachment[],
): readonly Stretch[] {
  const bounds = [...keys, ...attachments].flatMap(({ from, toExclusive }) => [
    from,
    toExclusive ?? period.toExclusive,
  ]);
  const inside = bounds.filter((day) => day > period.from && day < period.toExclusive);
  const starts = [...new Set<CivilDate>([period.from, ...inside])].sort();
  return starts.map((from, index) => {
    const toExclusive = starts[index + 1] ?? period.toExclusive;
    const key = keys.find((candidate) => isAttachedOn(candidate, from));
    return {
      rule: ruleOf(key, { from, toExclusive }),
      ppmByConsumer: key?.kind === "static" ? key.ppmByConsumer : new Map(),
      attachments: attachments.filter((attachment) => isAttachedOn(attachment, from)),
    };
  });
}

function ruleOf(key: CoefficientKey | undefined, period: Period): SettlementRule {
  const reason = reasonOf(key);
  return {
    ...period,
    keyId: key?.id ?? null,
    chosenKind: key?.kind ?? null,
    appliedKind: reason === "static_values" ? "static" : "default",
    reason,
    articles: ARTICLES[reason],
  };
}

function reasonOf(key: CoefficientKey | undefined): RuleReason {
  if (!key) return "no_key";
  if (key.kind === "static") return "static_values";
  return key.kind === "default" ? "default_chosen" : "dynamic_not_notified";
}
