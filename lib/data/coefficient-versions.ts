import "server-only";
import type { KeyRuleJson, KeyVersion, UnitPpm } from "@/lib/domain/coefficients/key-version";
import { DomainError } from "@/lib/domain/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

/** A version of the key and what was done to it. */
export type RecordedKey = KeyVersion & {
  /** Dynamic kinds: how the coefficients of a month are made. */
  readonly rule: KeyRuleJson | null;
  readonly createdAt: Date;
  readonly createdByName: string | null;
  readonly announcedAt: Date | null;
  readonly announcedByName: string | null;
  readonly sentAt: Date | null;
  readonly sentByName: string | null;
};

const SELECTED = {
  id: true,
  version: true,
  kind: true,
  state: true,
  fromDay: true,
  toDay: true,
  unitPpm: true,
  rule: true,
  reason: true,
  sourceKeyId: true,
  createdAt: true,
  createdBy: true,
  announcedAt: true,
  announcedBy: true,
  sentDay: true,
  sentAt: true,
  sentBy: true,
  supersededAt: true,
  coefficients: { select: { meteringPointId: true, ppm: true } },
} as const satisfies Prisma.CoefficientKeySelect;

type Row = Prisma.CoefficientKeyGetPayload<{ select: typeof SELECTED }>;

/** Every version of the key, given up ones included, latest first. */
export async function listKeyVersions(operationId: AuthorizedOperationId): Promise<readonly RecordedKey[]> {
  const rows = await prisma.coefficientKey.findMany({
    where: { operationId },
    orderBy: { version: "desc" },
    select: SELECTED,
  });
  return withNames(rows);
}

/** @throws {DomainError} UNKNOWN_KEY when the operation has no such version. */
export async function findKeyVersion(operationId: AuthorizedOperationId, keyId: string): Promise<RecordedKey> {
  const row = await prisma.coefficientKey.findUnique({
    where: { operationId_id: { operationId, id: keyId } },
    select: SELECTED,
  });
  const [found] = row ? await withNames([row]) : [];
  if (!found) throw new DomainError("UNKNOWN_KEY", "the operation has no such key");
  return found;
}

async function withNames(rows: readonly Row[]): Promise<readonly RecordedKey[]> {
  const ids = rows.flatMap(({ createdBy, announcedBy, sentBy }) => [createdBy, announcedBy, sentBy]);
  const users = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  return rows.map(
    ({
      rule,
      state,
      fromDay,
      toDay,
      unitPpm,
      createdBy,
      announcedBy,
      sentDay,
      sentBy,
      supersededAt,
      coefficients,
      ...row
    }) => ({
      ...row,
      rule: rule as KeyRuleJson | null,
      progress: state,
      from: fromDbDate(fromDay),
      toExclusive: toDay && fromDbDate(toDay),
      unitPpm: unitPpm as UnitPpm,
      createdByName: nameOf(createdBy),
      announcedByName: nameOf(announcedBy),
      sentDay: sentDay && fromDbDate(sentDay),
      sentByName: nameOf(sentBy),
      isSuperseded: supersededAt !== null,
      ppmByConsumer: new Map(coefficients.map(({ meteringPointId, ppm }) => [meteringPointId, ppm])),
    }),
  );
}
