import { DomainError } from "@/lib/domain/errors";
import { assertKeyRule } from "./assert-key-rule";
import { WHOLE_PPM } from "./coefficients";
import type { ConsumerShares, KeyMakingInput, KeyRule, PriorityTier } from "./key-rule";
import { NO_ENTRY, placeCalendar } from "./place-calendar";
import { type PlacedTier, shareByTiers } from "./share-by-tiers";
import { shareProRata } from "./share-pro-rata";

/** What the shares of one step come from, and where they go. */
export type StepToShare = {
  /** Place of the step on the axis. */
  readonly step: number;
  /** [Wh] */
  readonly productionWh: number;
  /** What each consumer can use. [Wh] (C,) */
  readonly needsWh: Float64Array;
  /** Written, not rounded. [ppm] (C,) */
  readonly sharesPpm: Float64Array;
};

/** Shares one step; false when a measure is missing that the rule needs there. */
export type StepSharing = (step: StepToShare) => boolean;

/**
 * Gets a rule ready to share the steps of an axis, in any order.
 *
 * @param filePpm - For the rule `file`: its values. [ppm] (C × T)
 * @throws {DomainError} as `assertKeyRule` does; COEFFICIENTS_MISMATCH when the rule is `file` and its values do not
 *   fit; COEFFICIENTS_ABOVE_ONE, when a step is shared, if they give away more than there is.
 */
export function prepareStepSharing(
  rule: KeyRule,
  { axis, consumerIds }: Pick<KeyMakingInput, "axis" | "consumerIds">,
  filePpm?: readonly Uint32Array[],
): StepSharing {
  assertKeyRule(rule);
  switch (rule.kind) {
    case "pro_rata":
      return ({ needsWh, sharesPpm }) => shareProRata(needsWh, sharesPpm);
    case "tiers": {
      const tiers = rule.tiers.map((tier) => placeTier(tier, consumerIds));
      return ({ productionWh, needsWh, sharesPpm }) => shareByTiers(tiers, productionWh, needsWh, sharesPpm);
    }
    case "calendar": {
      const placeOf = placeCalendar(rule.entries, axis);
      const byEntry = rule.entries.map(({ shares }) => inOrder(shares, consumerIds));
      const otherwise = inOrder(rule.defaultShares, consumerIds);
      return ({ step, sharesPpm }) => {
        const place = placeOf[step] ?? NO_ENTRY;
        sharesPpm.set(byEntry[place] ?? otherwise);
        return true;
      };
    }
    case "file":
      return shareFile(filePpm, consumerIds.length, axis.length);
  }
}

function placeTier({ consumerIds, sharing }: PriorityTier, order: readonly string[]): PlacedTier {
  const places = consumerIds.map((id) => order.indexOf(id)).filter((place) => place >= 0);
  const members = Uint32Array.from(places).sort(); // the order of a list says nothing of who goes first
  switch (sharing.kind) {
    case "pro_rata":
      return { members, weights: null };
    case "equal":
      return { members, weights: new Float64Array(members.length).fill(1) };
    case "fixed":
      return { members, weights: Float64Array.from(members, (j) => sharing.shares[order[j] ?? ""] ?? 0) };
  }
}

function inOrder(shares: ConsumerShares, consumerIds: readonly string[]): Float64Array {
  return Float64Array.from(consumerIds, (id) => shares[id] ?? 0);
}

function shareFile(filePpm: readonly Uint32Array[] | undefined, consumers: number, steps: number): StepSharing {
  const fits = filePpm?.length === consumers && filePpm.every((row) => row.length === steps);
  if (!fits) {
    throw new DomainError("COEFFICIENTS_MISMATCH", "the values of the file do not fit the operation", {
      details: { consumers, steps, found: filePpm?.length ?? 0 },
    });
  }
  return ({ step, sharesPpm }) => {
    let sumPpm = 0;
    for (const [j, row] of filePpm.entries()) {
      sharesPpm[j] = row[step] as number;
      sumPpm += row[step] as number;
    }
    if (sumPpm > WHOLE_PPM) {
      throw new DomainError("COEFFICIENTS_ABOVE_ONE", `the values of a step add up to ${sumPpm} ppm`, {
        details: { step, sumPpm },
      });
    }
    return true;
  };
}
