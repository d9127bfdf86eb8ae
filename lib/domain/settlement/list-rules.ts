import { applicableCoefficients } from "@/lib/domain/coefficients/applicable-coefficients";
import { listStretches } from "./list-stretches";
import type { SettlementInput } from "./settlement";
import type { SettlementRule } from "./settlement-rule";
import { stretchAxis } from "./stretch-axis";

/**
 * Which coefficients share each stretch of a period, and under which rule, as its settlement will say: no measure is
 * needed for it.
 *
 * @param attachments - Of the period.
 */
export function listRules({
  period,
  axis,
  keys,
  attachments,
  deliveries,
  holidayRegion: region = "metropolitan",
}: Omit<SettlementInput, "producers" | "consumers">): readonly SettlementRule[] {
  const having = (role: "producer" | "consumer") => [
    ...new Set(attachments.filter((each) => each.role === role).map(({ meteringPointId }) => meteringPointId)),
  ];
  const ids = { producerIds: having("producer"), consumerIds: having("consumer") };
  const notified = { period, steps: axis.length, deliveries, consumerIds: new Set(ids.consumerIds), region };
  return listStretches(period, keys, attachments).map(
    (stretch) => applicableCoefficients({ stretch, ...stretchAxis(stretch, axis), ...ids, notified }).rule,
  );
}
