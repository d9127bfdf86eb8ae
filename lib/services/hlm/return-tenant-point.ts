import "server-only";
import { findMeteringPoint } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import { findTenantChange, type TenantChangeRow } from "@/lib/data/tenant-changes";
import { DomainError } from "@/lib/domain/errors";
import { assertTenantMove } from "@/lib/domain/hlm/assert-tenant-move";
import { tenantReturnDay } from "@/lib/domain/hlm/tenant-return-day";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { changeStays } from "@/lib/services/registry/change-stays";
import type { RegistryOperation } from "@/lib/services/registry/compare-annex-2";

/** The next contract of a place. */
export type TenantService = {
  readonly day: CivilDate;
  readonly noticeDay: CivilDate;
  readonly participantId: string;
};

/**
 * Brings a metering point back on its fourteenth day, held by its new tenant; the key, which was not changed, gives it its
 * last coefficient again. One transaction; what the registry says already stays as it is.
 *
 * @param served - The next contract, noted in the same transaction; null: it was noted before.
 * @throws {DomainError} TENANT_MOVE_REFUSED before its day, or once it is settled; DATA_ERASED when the new tenant asked to be
 *   forgotten; otherwise as {@link changeStays}.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2.
 */
export async function returnTenantPoint(
  operation: RegistryOperation,
  actor: Actor,
  changeId: string,
  today: CivilDate,
  served: TenantService | null = null,
): Promise<void> {
  await changeStays(operation, actor, true, async () => {
    const stored = await findTenantChange(operation.id, changeId);
    const change = stored && served ? serve(stored, served) : stored;
    const point = change && (await findMeteringPoint(operation.id, change.point.prm));
    if (!change?.serviceDay || !change.newTenant || !point) {
      throw new DomainError("TENANT_MOVE_REFUSED", "nobody moves in", { details: { move: "return", state: "vacant" } });
    }
    assertTenantMove(change, "return", today);
    const { serviceDay, newTenant } = change;
    const from = tenantReturnDay(serviceDay);
    const isBack = point.stays.some((stay) => stay.role === "consumer" && isAttachedOn(stay, from));
    return {
      point,
      changes: isBack ? [] : [{ role: "consumer", before: null, after: { from, toExclusive: null } }],
      event: { action: "plan.entry", after: { roles: ["consumer"], day: from, participantId: newTenant.id } },
      prepare: async (writing) => {
        if (served) await writing.tenants.serve(changeId, served);
        if (point.participant.id !== newTenant.id) {
          await writing.handOver({ meteringPointId: point.id, to: newTenant.id, day: serviceDay });
        }
        await writing.tenants.markReturned(changeId);
      },
    };
  });
}

function serve(change: TenantChangeRow, { day, noticeDay, participantId }: TenantService): TenantChangeRow {
  assertTenantMove(change, "service", day);
  return { ...change, serviceDay: day, serviceNoticeDay: noticeDay, newTenant: { id: participantId, name: "" } };
}
