import type { Consequence } from "@/lib/domain/scoring/consequence";
import { formatPercent } from "./format-percent";

/** What personalisation does to an action, as a sentence about it goes on: `3.1.1` « compte pour 70 % de ses points ». */
export function describePointsEffect({ deactivated, potentialFactor }: Consequence): string {
  if (deactivated) return "ne s’applique pas à la collectivité";
  if (potentialFactor !== undefined) return `compte pour ${formatPercent(potentialFactor, 0)} de ses points`;
  return "a un score qui dépend de celui d’autres mesures";
}
