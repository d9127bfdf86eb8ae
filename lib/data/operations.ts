import "server-only";
import { higherRole } from "@/lib/domain/access/higher-role";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { MonthlyAnniversary } from "@/lib/domain/time/settlement-calendar";
import type { Prisma } from "@/lib/generated/prisma/client";
import type {
  DerogationBasis,
  MembershipRole,
  NetworkZone,
  PerimeterManagement,
  ProximityKind,
} from "@/lib/generated/prisma/enums";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedCollectivityId, AuthorizedOperationId } from "./scope";

export type OperationSheet = {
  readonly slug: string;
  readonly accNumber: string | null;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly startDay: CivilDate;
  /** Until the first move. */
  readonly monthlyAnniversaryDay: number;
  /** In the order they were recorded: each replaces those that count from its day or later. */
  readonly anniversaryMoves: readonly MonthlyAnniversary[];
  readonly stepMinutes: number;
  /** Communes, quarter, address of the buildings; null: not told yet. */
  readonly place: string | null;
  /** Which limits of distance and power hold; null until it is chosen. */
  readonly proximityKind: ProximityKind | null;
  /** Derogations only. */
  readonly derogationBasis: DerogationBasis | null;
  readonly networkZone: NetworkZone;
  readonly perimeterManagement: PerimeterManagement;
  /** Whose public holidays its working days leave out. */
  readonly holidayRegion: HolidayRegion;
  /** The day on which the convention bore both signatures; null: not told. */
  readonly conventionSignedDay: CivilDate | null;
};

/** What of an operation makes its sheet, once through `toSheet`. */
export const SHEET = {
  slug: true,
  accNumber: true,
  name: true,
  isDemonstration: true,
  startDay: true,
  monthlyAnniversaryDay: true,
  anniversaryMoves: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { fromDay: true, dayOfMonth: true } },
  stepMinutes: true,
  place: true,
  proximityKind: true,
  derogationBasis: true,
  networkZone: true,
  perimeterManagement: true,
  holidayRegion: true,
  conventionSignedDay: true,
} as const satisfies Prisma.OperationSelect;

/** An operation by its slug or its ACC number, with the role that counts of a user in it; null without one. */
export async function findOperationForUser(userId: string, address: string) {
  const operation = await prisma.operation.findFirst({
    where: { AND: [{ OR: [{ slug: address }, { accNumber: address }] }, openTo(userId)] },
    select: withRoles(userId),
  });
  return operation && toOperationWithRole(operation);
}

/** The operations of every collectivity a user belongs to and those he has a role in, by name, each with the role that counts. */
export async function listOperationsWithRole(userId: string) {
  const operations = await prisma.operation.findMany({
    where: openTo(userId),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: withRoles(userId),
  });
  return operations.flatMap((operation) => toOperationWithRole(operation) ?? []);
}

// As a member of its collectivity, or by a role in this one only.
const openTo = (userId: string): Prisma.OperationWhereInput => ({
  OR: [{ collectivity: { memberships: { some: { userId } } } }, { roles: { some: { userId } } }],
});

const withRoles = (userId: string) =>
  ({
    id: true,
    ...SHEET,
    roles: { where: { userId }, select: { role: true } },
    collectivity: { select: { id: true, name: true, memberships: { where: { userId }, select: { role: true } } } },
  }) as const satisfies Prisma.OperationSelect;

type WithRoles = Prisma.OperationGetPayload<{ select: ReturnType<typeof withRoles> }>;

function toOperationWithRole({ id, roles, collectivity, ...sheet }: WithRoles) {
  const collectivityRole = collectivity.memberships[0]?.role ?? null;
  const role = higherRole(collectivityRole, roles[0]?.role ?? null);
  if (!role) return null;
  const { id: collectivityId, name } = collectivity;
  return {
    id,
    role,
    collectivity: { id: collectivityId, name, role: collectivityRole },
    sheet: toSheet(sheet) satisfies OperationSheet,
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

/** Operations, by name, each with its latest run. */
export async function listOperationItems(ids: readonly AuthorizedOperationId[]): Promise<readonly OperationListItem[]> {
  const operations = await prisma.operation.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
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
  return operations.map(({ collectivity, settlementRuns: [run], ...sheet }) => ({
    ...toSheet(sheet),
    collectivityName: collectivity.name,
    latestRun: run ? { ...run, periodFrom: fromDbDate(run.periodFrom), periodTo: fromDbDate(run.periodTo) } : null,
  }));
}

/** The operations of one collectivity, by name; their ids are not proven by that alone. */
export async function listOperationsOfCollectivity(
  collectivityId: AuthorizedCollectivityId,
): Promise<readonly { readonly id: string; readonly slug: string; readonly name: string }[]> {
  return prisma.operation.findMany({
    where: { collectivityId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true },
  });
}

/** The sheet of an operation, for work that starts from its id. */
export async function findOperation(operationId: AuthorizedOperationId): Promise<OperationSheet | null> {
  const operation = await prisma.operation.findUnique({ where: { id: operationId }, select: SHEET });
  return operation && toSheet(operation);
}

/** An operation with the name of its collectivity, for a job: nobody's membership leads to it. */
export async function findOperationOfCollectivity(operationId: AuthorizedOperationId) {
  const { collectivity, ...sheet } = await prisma.operation.findUniqueOrThrow({
    where: { id: operationId },
    select: { ...SHEET, collectivity: { select: { name: true } } },
  });
  return { sheet: toSheet(sheet) satisfies OperationSheet, collectivity };
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

/** What a user is in single operations, whatever he is in their collectivities. */
export async function listOperationRolesOfUser(
  userId: string,
): Promise<readonly { readonly operationId: string; readonly role: MembershipRole }[]> {
  return prisma.operationRole.findMany({ where: { userId }, select: { operationId: true, role: true } });
}

type StoredDays = {
  readonly startDay: Date;
  readonly conventionSignedDay: Date | null;
  readonly anniversaryMoves: readonly { readonly fromDay: Date; readonly dayOfMonth: number }[];
};

/** A row of `SHEET` with its days as days. */
export function toSheet<T extends StoredDays>({ startDay, conventionSignedDay, anniversaryMoves, ...sheet }: T) {
  return {
    ...sheet,
    startDay: fromDbDate(startDay),
    conventionSignedDay: conventionSignedDay && fromDbDate(conventionSignedDay),
    anniversaryMoves: anniversaryMoves.map(({ fromDay, dayOfMonth }) => ({ from: fromDbDate(fromDay), dayOfMonth })),
  };
}
