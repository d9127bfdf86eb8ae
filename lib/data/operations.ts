import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type {
  DerogationBasis,
  MembershipRole,
  NetworkZone,
  PerimeterManagement,
  ProximityKind,
} from "@/lib/generated/prisma/enums";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

export type OperationSheet = {
  readonly slug: string;
  readonly accNumber: string | null;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly startDay: CivilDate;
  readonly monthlyAnniversaryDay: number;
  readonly stepMinutes: number;
  /** Communes, quarter, address of the buildings; null: not told yet. */
  readonly place: string | null;
  /** Which limits of distance and power hold; null until it is chosen. */
  readonly proximityKind: ProximityKind | null;
  /** Derogations only. */
  readonly derogationBasis: DerogationBasis | null;
  readonly networkZone: NetworkZone;
  readonly perimeterManagement: PerimeterManagement;
};

const SHEET = {
  slug: true,
  accNumber: true,
  name: true,
  isDemonstration: true,
  startDay: true,
  monthlyAnniversaryDay: true,
  stepMinutes: true,
  place: true,
  proximityKind: true,
  derogationBasis: true,
  networkZone: true,
  perimeterManagement: true,
} as const;

/** An operation by its slug or its ACC number, with the role a user has in its collectivity; null without one. */
export async function findOperationForUser(userId: string, address: string) {
  const operation = await prisma.operation.findFirst({
    where: {
      OR: [{ slug: address }, { accNumber: address }],
      collectivity: { memberships: { some: { userId } } },
    },
    select: {
      id: true,
      ...SHEET,
      collectivity: {
        select: { id: true, name: true, memberships: { where: { userId }, select: { role: true } } },
      },
    },
  });
  const role = operation?.collectivity.memberships[0]?.role;
  if (!operation || !role) return null;
  const { id, collectivity, startDay, ...sheet } = operation;
  return {
    id,
    role,
    collectivity: { id: collectivity.id, name: collectivity.name },
    sheet: { ...sheet, startDay: fromDbDate(startDay) } satisfies OperationSheet,
  };
}

export type OperationListItem = OperationSheet & {
  readonly id: string;
  readonly collectivityName: string;
  /** Its latest settled period, or null. [Wh] */
  readonly latestRun: {
    readonly periodFrom: CivilDate;
    readonly periodTo: CivilDate;
    readonly productionWh: number;
    readonly withdrawalWh: number;
    readonly selfConsumedWh: number;
  } | null;
};

/** The operations of every collectivity a user belongs to, by name, each with its latest run. */
export async function listOperationsOfUser(userId: string): Promise<readonly OperationListItem[]> {
  const operations = await prisma.operation.findMany({
    where: { collectivity: { memberships: { some: { userId } } } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      ...SHEET,
      collectivity: { select: { name: true } },
      settlementRuns: {
        orderBy: [{ periodFrom: "desc" }, { version: "desc" }],
        take: 1,
        select: { periodFrom: true, periodTo: true, productionWh: true, withdrawalWh: true, selfConsumedWh: true },
      },
    },
  });
  return operations.map(({ collectivity, settlementRuns: [run], startDay, ...sheet }) => ({
    ...sheet,
    startDay: fromDbDate(startDay),
    collectivityName: collectivity.name,
    latestRun: run ? { ...run, periodFrom: fromDbDate(run.periodFrom), periodTo: fromDbDate(run.periodTo) } : null,
  }));
}

/** The sheet of an operation, for work that starts from its id. */
export async function findOperation(operationId: AuthorizedOperationId): Promise<OperationSheet | null> {
  const operation = await prisma.operation.findUnique({ where: { id: operationId }, select: SHEET });
  return operation && { ...operation, startDay: fromDbDate(operation.startDay) };
}

/** An operation with the name of its collectivity, for a job: nobody's membership leads to it. */
export async function findOperationOfCollectivity(operationId: AuthorizedOperationId) {
  const { startDay, collectivity, ...sheet } = await prisma.operation.findUniqueOrThrow({
    where: { id: operationId },
    select: { ...SHEET, collectivity: { select: { name: true } } },
  });
  return { sheet: { ...sheet, startDay: fromDbDate(startDay) } satisfies OperationSheet, collectivity };
}

export type UserMembership = {
  readonly collectivityId: string;
  readonly collectivityName: string;
  readonly role: MembershipRole;
};

export async function listMembershipsOfUser(userId: string): Promise<readonly UserMembership[]> {
  const memberships = await prisma.membership.findMany({
    where: { userId },
    orderBy: { collectivity: { name: "asc" } },
    select: { collectivityId: true, role: true, collectivity: { select: { name: true } } },
  });
  return memberships.map(({ collectivityId, role, collectivity }) => ({
    collectivityId,
    role,
    collectivityName: collectivity.name,
  }));
}
