import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Stay } from "@/lib/domain/perimeter/changed-days";
import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import { listCountingDays } from "@/lib/domain/perimeter/list-counting-days";
import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { fromDbDate } from "./codecs";
import { listCoefficientKeys } from "./coefficient-keys";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

export type RegisteredPoint = {
  readonly id: string;
  readonly prm: string;
  /** Who holds it last. */
  readonly participantId: string;
  /** Who held it, stay by stay, oldest first. */
  readonly holders: readonly (Stay & { readonly participantId: string })[];
  readonly peakPowerW: number | null;
  readonly injectionContract: string | null;
  /** A storage unit counts as consumer and as producer (code de l'énergie, D.315-5). */
  readonly isStorage: boolean;
  /** When it counts, whoever holds it. */
  readonly attachments: readonly {
    readonly role: PerimeterRole;
    readonly from: CivilDate;
    readonly toExclusive: CivilDate | null;
  }[];
};

/** Who takes part in an operation, ever, and by which keys. */
export type Registry = {
  readonly management: PerimeterManagement;
  readonly participants: readonly {
    readonly id: string;
    readonly name: string;
    readonly legalId: string | null;
    readonly address: string | null;
    readonly email: string | null;
    /** Erasure was asked for, or done: nothing is written on it any more. */
    readonly isErased: boolean;
  }[];
  /** By PRM. */
  readonly points: readonly RegisteredPoint[];
  /** Oldest first. */
  readonly keys: readonly CoefficientKey[];
};

const STAY = { role: true, participantId: true, fromDay: true, toDay: true } as const;

export async function readRegistry(operationId: AuthorizedOperationId): Promise<Registry> {
  const [operation, participants, points, keys] = await Promise.all([
    prisma.operation.findUniqueOrThrow({ where: { id: operationId }, select: { perimeterManagement: true } }),
    prisma.participant.findMany({
      where: { operationId },
      orderBy: { id: "asc" },
      select: {
        id: true,
        name: true,
        legalId: true,
        address: true,
        email: true,
        restrictedAt: true,
        erasedAt: true,
      },
    }),
    prisma.meteringPoint.findMany({
      where: { operationId },
      orderBy: { prm: "asc" },
      select: {
        id: true,
        prm: true,
        participantId: true,
        peakPowerW: true,
        injectionContract: true,
        isStorage: true,
        attachments: { orderBy: { fromDay: "asc" }, select: STAY },
      },
    }),
    listCoefficientKeys(operationId),
  ]);
  return {
    management: operation.perimeterManagement,
    participants: participants.map(({ restrictedAt, erasedAt, ...participant }) => ({
      ...participant,
      isErased: restrictedAt !== null || erasedAt !== null,
    })),
    points: points.map(({ attachments, ...point }) => {
      const holders = attachments.map(({ role, participantId, fromDay, toDay }) => ({
        role,
        participantId,
        from: fromDbDate(fromDay),
        toExclusive: toDay && fromDbDate(toDay),
      }));
      return { ...point, holders, attachments: listCountingDays(holders) };
    }),
    keys,
  };
}
