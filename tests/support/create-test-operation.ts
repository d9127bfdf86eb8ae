import { randomInt, randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { insertOperation } from "@/lib/data/operation-writing";
import { findOperation, type OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import type { TestCollectivity } from "./create-test-collectivity";

export type TestMeteringPoint = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly roles: readonly PerimeterRole[];
};

export type TestOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: OperationSheet;
  /** As its officer reads it. */
  readonly mayReadWords: true;
  readonly accNumber: string;
  readonly collectivity: TestCollectivity;
  /** By name, as the perimeter lists them. */
  readonly points: readonly TestMeteringPoint[];
  /** The metering point of this name. */
  readonly point: (name: string) => TestMeteringPoint;
};

export type TestOperationOptions = {
  readonly startDay?: CivilDate;
  readonly monthlyAnniversaryDay?: number;
  readonly stepMinutes?: number;
  /** Roles of each metering point by its name. */
  readonly perimeter?: Readonly<Record<string, readonly PerimeterRole[]>>;
  /** The operation's key from its first day: the static share of each consumer by name, or the default key. [ppm] */
  readonly key?: "default" | Readonly<Record<string, number>>;
};

const ONE_ROOF_TWO_SITES: NonNullable<TestOperationOptions["perimeter"]> = {
  Toiture: ["producer"],
  Mairie: ["consumer"],
  École: ["consumer"],
};

/** Who holds every metering point of a test operation. */
export const TEST_PARTICIPANT = {
  name: "Commune des tests",
  legalId: "21669999100016",
  address: "1 place de la République, 66999 Saint-Exemple-les-Vignes",
  email: "mairie@commune.example",
};

// A PRM is in one operation at a time: the database itself refuses one used twice, even by another test.
let lastPrm = randomInt(1e12);

/** A PRM that no operation holds. */
export const nextPrm = () => {
  lastPrm += 1;
  return String(lastPrm).padStart(14, "0");
};

/** An operation with its perimeter and, when asked, its key; by default one producer and two consumers. */
export async function createTestOperation(
  collectivity: TestCollectivity,
  options: TestOperationOptions = {},
): Promise<TestOperation> {
  const { perimeter = ONE_ROOF_TWO_SITES, key, ...sheet } = options;
  const accNumber = `ACC${String(randomInt(1e8)).padStart(8, "0")}`;
  const id = operatorScope.authorizeOperation(
    await insertOperation(collectivity.id, operatorScope.actor, {
      slug: `operation-${randomUUID()}`,
      accNumber,
      name: "Opération des tests",
      isDemonstration: false,
      startDay: civilDate("2026-03-01"),
      monthlyAnniversaryDay: 1,
      stepMinutes: 30,
      ...sheet,
      participants: [{ ...TEST_PARTICIPANT, meteringPoints: newMeteringPoints(perimeter) }],
    }),
  );
  const [stored, points] = await Promise.all([findOperation(id), listTestPoints(id)]);
  if (!stored) throw new Error("the operation was not stored");
  const operation = {
    id,
    sheet: stored,
    mayReadWords: true as const,
    accNumber,
    collectivity,
    points,
    point: finder(points),
  };
  if (key) await insertTestKey(operation, key);
  return operation;
}

function newMeteringPoints(perimeter: NonNullable<TestOperationOptions["perimeter"]>) {
  return Object.entries(perimeter).map(([name, roles]) => {
    const isProducer = roles.includes("producer");
    const prm = nextPrm();
    return {
      prm,
      name,
      roles,
      peakPowerW: isProducer ? 36_000 : null,
      injectionContract: isProducer ? prm.slice(-10) : null,
    };
  });
}

async function listTestPoints(operationId: AuthorizedOperationId): Promise<readonly TestMeteringPoint[]> {
  const points = await listMeteringPoints(operationId);
  return points.map(({ id, prm, name, attachments }) => ({
    id,
    prm,
    name,
    roles: attachments.map(({ role }) => role),
  }));
}

function finder(points: readonly TestMeteringPoint[]) {
  return (name: string): TestMeteringPoint => {
    const point = points.find((each) => each.name === name);
    if (!point) throw new Error(`no metering point is called ${name}`);
    return point;
  };
}

async function insertTestKey(operation: TestOperation, key: NonNullable<TestOperationOptions["key"]>): Promise<void> {
  const ppm = key === "default" ? [] : Object.entries(key);
  await insertCoefficientKey(operation.id, operatorScope.actor, {
    kind: key === "default" ? "default" : "static",
    from: operation.sheet.startDay,
    ppmByConsumer: new Map(ppm.map(([name, value]) => [operation.point(name).id, value])),
  });
}
