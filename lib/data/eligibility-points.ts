import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import type { DerogationBasis, NetworkZone, ProximityKind } from "@/lib/domain/perimeter/proximity-limits";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { EnergySource, ParticipantKind, VoltageLevel } from "@/lib/generated/prisma/enums";
import { toDbDate } from "./codecs";
import { prisma } from "./prisma";
import { isNameRestricted, RESTRICTED_NAME } from "./restricted-name";
import type { AuthorizedOperationId } from "./scope";

/** A metering point that counts on a day, with all that eligibility looks at; null is always « not known ». */
export type AttachedPoint = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly roles: readonly PerimeterRole[];
  readonly latitudeDegrees: number | null;
  readonly longitudeDegrees: number | null;
  readonly peakPowerW: number | null;
  readonly voltage: VoltageLevel | null;
  readonly isMeterCommunicating: boolean | null;
  readonly injectionContract: string | null;
  readonly withdrawalContract: string | null;
  readonly energySource: EnergySource | null;
  readonly isStorage: boolean;
  readonly holder: { readonly kind: ParticipantKind; readonly legalId: string | null; readonly isTenant: boolean };
};

export type OperationRegime = {
  readonly management: PerimeterManagement;
  readonly proximityKind: ProximityKind | null;
  readonly derogationBasis: DerogationBasis | null;
  readonly networkZone: NetworkZone;
  readonly organiserSiret: string | null;
};

/** Which limits hold for an operation, and who runs it. */
export async function readRegime(operationId: AuthorizedOperationId): Promise<OperationRegime> {
  const { perimeterManagement, parties, ...regime } = await prisma.operation.findUniqueOrThrow({
    where: { id: operationId },
    select: {
      perimeterManagement: true,
      proximityKind: true,
      derogationBasis: true,
      networkZone: true,
      parties: { where: { role: "organiser" }, select: { siret: true } },
    },
  });
  return { ...regime, management: perimeterManagement, organiserSiret: parties[0]?.siret ?? null };
}

const HOLDER = { kind: true, legalId: true, isTenant: true, restrictedAt: true, erasedAt: true } as const;

/**
 * The metering points that count on a day, by name.
 *
 * @param lines - Entries and exits that are not made yet, and are to be taken as made.
 */
export async function listAttachedPoints(
  operationId: AuthorizedOperationId,
  day: CivilDate,
  lines: readonly RequestLine[] = [],
): Promise<readonly AttachedPoint[]> {
  const dbDay = toDbDate(day);
  const onTheDay = { fromDay: { lte: dbDay }, OR: [{ toDay: null }, { toDay: { gt: dbDay } }] };
  const points = await prisma.meteringPoint.findMany({
    where: {
      operationId,
      OR: [
        { attachments: { some: onTheDay } },
        { id: { in: lines.filter(({ move }) => move === "entry").map(({ meteringPointId }) => meteringPointId) } },
      ],
    },
    select: {
      id: true,
      prm: true,
      name: true,
      latitudeDegrees: true,
      longitudeDegrees: true,
      peakPowerW: true,
      voltage: true,
      isMeterCommunicating: true,
      injectionContract: true,
      withdrawalContract: true,
      energySource: true,
      isStorage: true,
      participant: { select: HOLDER },
      attachments: {
        where: onTheDay,
        select: { role: true, participant: { select: HOLDER } },
        orderBy: { role: "asc" },
      },
    },
  });
  const attached = points.flatMap(({ participant, attachments, ...point }): AttachedPoint[] => {
    const own = lines.filter(({ meteringPointId }) => meteringPointId === point.id);
    const roles = rolesAfter(
      attachments.map(({ role }) => role),
      own,
    );
    if (roles.length === 0) return [];
    const { restrictedAt: _, erasedAt: __, ...holder } = attachments[0]?.participant ?? participant;
    const name = isNameRestricted(participant) ? RESTRICTED_NAME : point.name;
    return [{ ...point, name, roles, holder }];
  });
  // Here, not in SQL: the order of accented letters must not depend on how a server was set up.
  return attached.sort((a, b) => a.name.localeCompare(b.name, "fr") || a.prm.localeCompare(b.prm));
}

function rolesAfter(roles: readonly PerimeterRole[], lines: readonly RequestLine[]): readonly PerimeterRole[] {
  const moved = new Map(lines.map(({ role, move }) => [role, move]));
  return (["consumer", "producer"] as const).filter((role) => {
    const move = moved.get(role);
    return move === undefined ? roles.includes(role) : move === "entry";
  });
}
