import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { holderOn } from "@/lib/domain/perimeter/holder-on";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { EvidencePoint } from "./evidence-point";

/** Who takes part on a day, as numbers. */
export type PerimeterCounts = {
  /** People and bodies, each counted once. */
  readonly participants: number;
  /** Those who hold a producer. */
  readonly producers: number;
  readonly consumerPoints: number;
  readonly producerPoints: number;
  /** Installed by source of energy, null for the points that do not tell theirs. [W], null where a power is not known. */
  readonly peakPowerWBySource: ReadonlyMap<string | null, number | null>;
};

/** Counts who takes part on a day; what is installed is what takes part that day. */
export function countPerimeter(points: readonly EvidencePoint[], day: CivilDate): PerimeterCounts {
  const inRole = (role: PerimeterRole) =>
    points.filter(({ attachments }) => attachments.some((stay) => stay.role === role && isAttachedOn(stay, day)));
  const [consumers, producers] = [inRole("consumer"), inRole("producer")];
  const peakPowerWBySource = new Map<string | null, number | null>();
  for (const { energySource, peakPowerW } of producers) {
    const known = peakPowerWBySource.get(energySource);
    const isUnknown = known === null || peakPowerW === null;
    peakPowerWBySource.set(energySource, isUnknown ? null : (known ?? 0) + peakPowerW);
  }
  return {
    participants: countHolders([...consumers, ...producers], day),
    producers: countHolders(producers, day),
    consumerPoints: consumers.length,
    producerPoints: producers.length,
    peakPowerWBySource,
  };
}

function countHolders(points: readonly EvidencePoint[], day: CivilDate): number {
  return new Set(points.map(({ holders }) => holderOn(holders, day)?.participantId)).size;
}
