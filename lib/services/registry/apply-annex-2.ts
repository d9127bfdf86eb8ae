import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { NewCoefficientKey } from "@/lib/data/coefficient-keys";
import { isHeldElsewhere, type PerimeterChange, writePerimeter } from "@/lib/data/perimeter-writing";
import type { Registry } from "@/lib/data/registry";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { DeclaredPerimeter } from "@/lib/domain/perimeter/declared-perimeter";
import { holderOn } from "@/lib/domain/perimeter/holder-on";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";
import { deriveMoneySince } from "@/lib/services/money/derive-money-since";
import { publishClosedMonths } from "@/lib/services/publishing/publish-closed-months";
import { assignRegisteredHolders } from "./assign-registered-holders";
import {
  type Annex2Check,
  type Annex2Comparison,
  type Annex2Difference,
  type Annex2Upload,
  compareAnnex2,
  type RegistryOperation,
} from "./compare-annex-2";

export type AppliedAnnex2 = Annex2Check & {
  /** `unchanged`: the registry says it already; `refused`: errors. Nothing is written then. */
  readonly status: "applied" | "unchanged" | "refused";
};

/**
 * Makes an annexe 2 hold from a day on, whole or not at all.
 *
 * From that day the perimeter and the key are what the workbook says: who is not in it leaves, and what was planned for
 * later is replaced. Read, compared and written in one transaction, so that the difference told is the one made.
 *
 * @throws {DomainError} BEFORE_START when the day is before the operation's first one; PRM_IN_OTHER_OPERATION when
 *   another operation took a PRM at the same instant.
 */
export async function applyAnnex2(
  operation: RegistryOperation,
  actor: Actor,
  upload: Annex2Upload,
  effectDay: CivilDate,
): Promise<AppliedAnnex2> {
  const reading = await readAnnex2Workbook(upload.bytes); // before the lock: a large workbook takes its time
  const attempt = () =>
    writePerimeter(operation.id, actor, async ({ writeChange, money, publication }): Promise<AppliedAnnex2> => {
      const comparison = await compareAnnex2(operation, upload.name, reading, effectDay);
      const { declared, difference, problems } = comparison;
      const check = { effectDay, difference, problems };
      if (declared === null || difference === null || problems.errorCount > 0) return { status: "refused", ...check };
      if (!isChange(difference)) return { status: "unchanged", ...check };
      const change = planChange(comparison, declared, difference, upload);
      await writeChange(change);
      if (listHandedOver(comparison.registry, effectDay, change.points).length > 0) {
        await deriveMoneySince(operation.id, money, effectDay);
      }
      await publishClosedMonths(publication);
      return { status: "applied", ...check };
    });
  try {
    return await attempt();
  } catch (error) {
    if (!isHeldElsewhere(error)) throw error;
    // Another operation came first by an instant: asked again, it is found beforehand, and named.
    const again = await attempt().catch((second: unknown) => {
      throw isHeldElsewhere(second) ? new DomainError("PRM_IN_OTHER_OPERATION", "held by another operation") : second;
    });
    return again;
  }
}

function isChange({ entered, left, changed, cancelled, kind, management }: Annex2Difference): boolean {
  return [entered, left, changed, cancelled].some((list) => list.length > 0) || kind !== null || management !== null;
}

function planChange(
  { registry, effectDay }: Annex2Comparison,
  declared: DeclaredPerimeter,
  difference: Annex2Difference,
  { name, bytes }: Annex2Upload,
): PerimeterChange {
  const { participants, points } = planRegistry(registry, declared);
  const idOf = new Map(points.map(({ prm, id }) => [prm, id]));
  const pointId = (prm: string) => idOf.get(prm) as string; // every PRM of the workbook has a row
  const members = [
    ...declared.consumers.map(({ prm }) => ({ meteringPointId: pointId(prm), role: "consumer" as const })),
    ...declared.producers.map(({ prm }) => ({ meteringPointId: pointId(prm), role: "producer" as const })),
  ];
  const moves = [
    ...difference.entered,
    ...difference.left,
    ...difference.cancelled.filter(({ what }) => what !== "key"),
  ];
  return {
    effectDay,
    file: { name, bytes, sha256: createHash("sha256").update(bytes).digest() },
    management: declared.management,
    participants,
    points,
    members,
    movesPoints: moves.length > 0,
    key: planKey(registry, declared, effectDay, pointId),
    audit: describeChange(registry, difference, effectDay, points),
  };
}

/** The rows of everyone in the workbook; who is not in it keeps his. */
function planRegistry(
  registry: Registry,
  declared: DeclaredPerimeter,
): Pick<PerimeterChange, "participants" | "points"> {
  const pointOf = new Map(registry.points.map((point) => [point.prm, point]));
  const producerOf = new Map(declared.producers.map((producer) => [producer.prm, producer]));
  const assigned = assignRegisteredHolders(registry, declared).map(({ participantId, ...holder }) => ({
    ...holder,
    id: participantId ?? randomUUID(),
  }));
  return {
    participants: assigned.map(({ prms: _, ...participant }) => participant),
    points: assigned.flatMap(({ id: participantId, name, prms }) =>
      prms.map((prm) => ({
        id: pointOf.get(prm)?.id ?? randomUUID(),
        prm,
        participantId,
        name,
        peakPowerW: producerOf.get(prm)?.peakPowerW ?? null,
        injectionContract: producerOf.get(prm)?.injectionContract ?? null,
      })),
    ),
  };
}

/** Who held a PRM until then, and who does from then on. */
function listHandedOver(
  registry: Registry,
  effectDay: CivilDate,
  points: PerimeterChange["points"],
): { readonly meteringPointId: string; readonly from: string; readonly to: string }[] {
  const holderOf = new Map(
    registry.points.map(({ id, holders, participantId }) => [
      id,
      holderOn(holders, effectDay)?.participantId ?? participantId,
    ]),
  );
  return points.flatMap(({ id, participantId: to }) => {
    const from = holderOf.get(id);
    return from === undefined || from === to ? [] : [{ meteringPointId: id, from, to }];
  });
}

/** A key of its own only when the one in force would not say the same from the day on. */
function planKey(
  { keys }: Registry,
  { kind, consumers }: DeclaredPerimeter,
  from: CivilDate,
  pointId: (prm: string) => string,
): NewCoefficientKey | null {
  if (kind === null) return null;
  const shares = kind === "static" ? consumers : [];
  const ppmByConsumer = new Map(shares.map(({ prm, coefficientPpm }) => [pointId(prm), coefficientPpm ?? 0]));
  const inForce = keys.find((key) => isAttachedOn(key, from));
  const isSame =
    inForce?.kind === kind && inForce.toExclusive === null && haveSameShares(inForce.ppmByConsumer, ppmByConsumer);
  return isSame ? null : { kind, from, ppmByConsumer };
}

// Absent is 0.
function haveSameShares(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return [...a.keys(), ...b.keys()].every((id) => (a.get(id) ?? 0) === (b.get(id) ?? 0));
}

/** Counts and ids: the trail names nobody. */
function describeChange(
  registry: Registry,
  { entered, left, changed, unchanged, cancelled, kind, management }: Annex2Difference,
  effectDay: CivilDate,
  points: PerimeterChange["points"],
): PerimeterChange["audit"] {
  const idOf = new Map(points.map(({ prm, id }) => [prm, id]));
  const knownId = new Map(registry.points.map(({ prm, id }) => [prm, id]));
  const refer = ({ prm, role }: { prm: string; role: string }) => ({
    meteringPointId: knownId.get(prm) ?? idOf.get(prm) ?? null,
    role,
  });
  return {
    effectDay,
    counts: {
      entered: entered.length,
      left: left.length,
      changed: changed.length,
      unchanged: unchanged.length,
      cancelled: cancelled.length,
    },
    entered: entered.map(refer),
    left: left.map(refer),
    changed: changed.map((member) => ({ ...refer(member), fields: member.changes.map(({ field }) => field) })),
    cancelled: cancelled.map((planned) => {
      const { what, on } = planned;
      return planned.what === "key" ? { what, on, kind: planned.kind } : { what, on, ...refer(planned) };
    }),
    handedOver: listHandedOver(registry, effectDay, points),
    kind,
    management,
  };
}
