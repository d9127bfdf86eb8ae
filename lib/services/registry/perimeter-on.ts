import type { Registry } from "@/lib/data/registry";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { DeclaredPerimeter } from "@/lib/domain/perimeter/declared-perimeter";
import { holderOn } from "@/lib/domain/perimeter/holder-on";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** The registry on a day, in the terms of annexe 2. */
export function perimeterOn({ management, participants, points, keys }: Registry, day: CivilDate): DeclaredPerimeter {
  const holders = new Map(participants.map((participant) => [participant.id, participant]));
  const key = keys.find((each) => isAttachedOn(each, day));
  const lines = points.flatMap(
    ({ id, prm, participantId, holders: stays, peakPowerW, injectionContract, attachments }) => {
      const holder = holders.get(holderOn(stays, day)?.participantId ?? participantId);
      if (!holder) throw new Error("a metering point has no holder");
      const hasRole = (role: PerimeterRole) =>
        attachments.some((each) => each.role === role && isAttachedOn(each, day));
      return { id, prm, peakPowerW, injectionContract, holder, hasRole };
    },
  );
  return {
    consumers: lines
      .filter(({ hasRole }) => hasRole("consumer"))
      .map(({ id, prm, holder: { name, legalId, address } }) => {
        const coefficientPpm = key?.kind === "static" ? (key.ppmByConsumer.get(id) ?? 0) : null;
        return { prm, name, legalId, address, coefficientPpm };
      }),
    producers: lines
      .filter(({ hasRole }) => hasRole("producer"))
      .map(({ prm, peakPowerW, injectionContract, holder: { name, legalId, address, email } }) => {
        return { prm, name, legalId, address, email, injectionContract, peakPowerW };
      }),
    kind: key?.kind ?? null,
    management,
  };
}
