import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { AttachmentRole } from "@/lib/generated/prisma/enums";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

export type AttachedPeriod = {
  readonly role: AttachmentRole;
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
};

export type MeteringPointSheet = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly participantName: string;
  readonly peakPowerW: number | null;
  readonly injectionContract: string | null;
  readonly attachments: readonly AttachedPeriod[];
};

/** Every metering point of an operation with the days it counts, by name. */
export async function listMeteringPoints(operationId: AuthorizedOperationId): Promise<readonly MeteringPointSheet[]> {
  const points = await prisma.meteringPoint.findMany({
    where: { operationId },
    select: {
      id: true,
      prm: true,
      name: true,
      peakPowerW: true,
      injectionContract: true,
      participant: { select: { name: true } },
      attachments: { orderBy: { fromDay: "asc" }, select: { role: true, fromDay: true, toDay: true } },
    },
  });
  const sheets = points.map(({ participant, attachments, ...point }) => ({
    ...point,
    participantName: participant.name,
    attachments: attachments.map(({ role, fromDay, toDay }) => ({
      role,
      from: fromDbDate(fromDay),
      toExclusive: toDay && fromDbDate(toDay),
    })),
  }));
  // Here, not in SQL: the order of accented letters must not depend on how a server was set up.
  return sheets.sort((a, b) => a.name.localeCompare(b.name, "fr") || a.prm.localeCompare(b.prm));
}
