import "server-only";
import { findMeteringPoint } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import { isWaitingAlready } from "@/lib/data/tenant-change-writing";
import { DomainError } from "@/lib/domain/errors";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { changeStays, type MoveResult } from "@/lib/services/registry/change-stays";
import type { RegistryOperation } from "@/lib/services/registry/compare-annex-2";

/** The day a tenant's contract ended, and when the DSO told it; null while that is awaited. */
export type TenantDeparture = {
  readonly prm: string;
  readonly endDay: CivilDate;
  readonly noticeDay: CivilDate | null;
  /** Its consequences were shown and agreed to. */
  readonly isConfirmed: boolean;
};

/** `unconfirmed`: nothing is written, because it causes what nobody has agreed to yet. */
export type TenantDepartureResult =
  | { readonly status: "done"; readonly id: string }
  | Extract<MoveResult, { readonly status: "unconfirmed" }>;

/**
 * Records that a tenant's contract ended: his metering point leaves the perimeter that day, its share goes to the surplus,
 * and it waits for the next tenant. One transaction.
 *
 * @returns The id of the change, or what it would cause.
 * @throws {DomainError} NOT_HLM; DAY_IN_FUTURE; UNKNOWN_METERING_POINT; UNKNOWN_STAY when the point does not consume on the
 *   day before; TENANT_AWAITED_ALREADY; otherwise as {@link changeStays}.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2.
 */
export async function openTenantChange(
  operation: RegistryOperation,
  actor: Actor,
  { prm, endDay, noticeDay, isConfirmed }: TenantDeparture,
  today: CivilDate,
): Promise<TenantDepartureResult> {
  if (operation.sheet.perimeterManagement !== "hlm") throw new DomainError("NOT_HLM", "not a HLM body's operation");
  if (noticeDay !== null && noticeDay > today) {
    throw new DomainError("DAY_IN_FUTURE", "not told yet", { details: { field: "noticeDay" } });
  }
  let id = "";
  try {
    const result = await changeStays(operation, actor, isConfirmed, async () => {
      const point = await findMeteringPoint(operation.id, prm);
      if (!point) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
      const consumed = point.stays.filter(({ role }) => role === "consumer");
      const stays = consumed.filter((stay) => stay.toExclusive === endDay || isAttachedOn(stay, endDay));
      if (stays.length === 0) {
        throw new DomainError("UNKNOWN_STAY", "it does not consume in the operation then", {
          details: { field: "prm" },
        });
      }
      const ended = stays.filter((stay) => isAttachedOn(stay, endDay));
      return {
        point,
        changes: ended.map((before) => ({
          role: before.role,
          before,
          after: { ...before, toExclusive: endDay, requestedTo: null, exitCause: "contract_ended" as const },
        })),
        event: { action: "plan.exit", after: { roles: ["consumer"], day: endDay, cause: "contract_ended" } },
        prepare: async (writing) => {
          id = await writing.tenants.open({ meteringPointId: point.id, endDay, endNoticeDay: noticeDay });
        },
      };
    });
    return result.status === "done" ? { status: "done", id } : result;
  } catch (error) {
    if (isWaitingAlready(error)) {
      throw new DomainError("TENANT_AWAITED_ALREADY", "it waits already", { details: { field: "prm" } });
    }
    throw error;
  }
}
