import "server-only";
import type { DeliverySummary } from "@/lib/data/coefficient-deliveries";
import type { RecordedKey } from "@/lib/data/coefficient-versions";
import { keyState } from "@/lib/domain/coefficients/key-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { CoefficientList } from "@/lib/schemas/api/coefficients";
import type { PointNames } from "./read-point-names";

/** A version of the key as a machine reads it. */
export function describeVersion(
  { id, version, kind, from, toExclusive, unitPpm, reason, sentDay, ppmByConsumer, ...key }: RecordedKey,
  day: CivilDate,
  prmOf: PointNames["prmOf"],
): CoefficientList["versions"][number] {
  return {
    id,
    version,
    kind,
    state: keyState({ from, toExclusive, progress: key.progress, isSuperseded: key.isSuperseded }, day),
    from,
    toExclusive,
    decimals: 4 - Math.log10(unitPpm),
    reason,
    sentDay,
    ppm: kind === "static" ? byPrm(ppmByConsumer, prmOf) : null,
  };
}

/** What is known by metering point id, by PRM instead. */
export function byPrm<Value>(
  entries: Iterable<readonly [string, Value]>,
  prmOf: PointNames["prmOf"],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    [...entries].flatMap(([id, value]) => {
      const prm = prmOf(id);
      return prm === null ? [] : [[prm, value] as const];
    }),
  );
}

/** A monthly notification as a machine reads it, without its coefficients. */
export function describeDelivery({
  id,
  source,
  kind,
  channel,
  period,
  version,
  state,
  stepMinutes,
  sentDay,
  answeredDay,
  problems,
  isSuperseded,
}: DeliverySummary): CoefficientList["deliveries"][number] {
  const problemCount = problems.length;
  return {
    id,
    source,
    kind,
    channel,
    period,
    version,
    state: isSuperseded ? "given_up" : state,
    stepMinutes,
    sentDay,
    answeredDay,
    problemCount,
  };
}
