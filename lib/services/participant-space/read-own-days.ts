import "server-only";
import { listOwnRunDays } from "@/lib/data/own-runs";
import type { OwnParticipant } from "@/lib/data/scope";
import type { OwnRun } from "@/lib/domain/participant-space/own-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A participant's own day in one role. [Wh] */
export type OwnDay = {
  readonly day: CivilDate;
  readonly energyWh: number;
  readonly sharedWh: number;
  readonly restWh: number;
};

/** A settled month of a participant, day by day: his own days only, each role in order. */
export type OwnDays = {
  readonly consumption: readonly OwnDay[];
  readonly production: readonly OwnDay[];
  /** Steps of his points whose value was corrected (art. 5.2.3). */
  readonly correctedSteps: number;
};

export async function readOwnDays(own: OwnParticipant, run: OwnRun): Promise<OwnDays> {
  const rows = await listOwnRunDays(own, [run.id]);
  const ofRole = (role: "consumer" | "producer") => {
    const sums = new Map<CivilDate, { energyWh: number; sharedWh: number }>();
    for (const { role: its, day, energyWh, sharedWh } of rows) {
      if (its !== role) continue;
      const sum = sums.get(day) ?? { energyWh: 0, sharedWh: 0 };
      sums.set(day, { energyWh: sum.energyWh + energyWh, sharedWh: sum.sharedWh + sharedWh });
    }
    return [...sums].map(([day, sum]) => ({ day, ...sum, restWh: Math.max(0, sum.energyWh - sum.sharedWh) }));
  };
  return {
    consumption: ofRole("consumer"),
    production: ofRole("producer"),
    correctedSteps: rows.reduce((sum, row) => sum + row.correctedSteps, 0),
  };
}
