import "server-only";
import type { DeliverySummary } from "@/lib/data/coefficient-deliveries";
import type { RecordedKey } from "@/lib/data/coefficient-versions";
import { keyState } from "@/lib/domain/coefficients/key-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { CoefficientList } from "@/lib/schemas/api/coefficients";

/** A version of the key as a machine reads it. */
export function describeVersion(
  { id, version, kind, from, toExclusive, unitPpm, reason, sentDay, ppmByConsumer, ...key }: RecordedKey,
  day: CivilDate,
  prmOf: (id: string) => string,
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
    ppm: kind === "static" ? Object.fromEntries([...ppmByConsumer].map(([point, ppm]) => [prmOf(point), ppm])) : null,
  };
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
