import "server-only";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import type { RequestProblem, RequestProgress } from "@/lib/domain/requests/request-progress";
import type { RequestState } from "@/lib/domain/requests/request-state";
import type { SuspensionGround } from "@/lib/domain/requests/suspension-ground";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Prisma } from "@/lib/generated/prisma/client";
import { fromDbDate } from "./codecs";
import { findKeptFile, type KeptFileContent } from "./kept-files";
import type { ListPage } from "./list-page";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** A workbook or a letter to the DSO. */
export type RequestFile = {
  readonly id: string;
  readonly kind: "annex_2" | "letter";
  readonly name: string;
  /** Its content is gone: it named a person who is erased. */
  readonly isPurged: boolean;
};

/** Something that happened to a request. */
export type RequestEvent = {
  /** Counted from 1 in the request. */
  readonly position: number;
  /** What it became. */
  readonly state: RequestState;
  readonly day: CivilDate;
  /** The day that was wanted then. */
  readonly wantedDay: CivilDate;
  readonly effectDay: CivilDate | null;
  readonly problems: readonly RequestProblem[];
  readonly recordedAt: Date;
  /** Null: the installation itself. */
  readonly recordedByName: string | null;
  readonly via: Actor["via"];
  /** Sent with it, to the byte. */
  readonly files: readonly RequestFile[];
};

/** A request to the DSO, with its whole history. */
export type RecordedRequest = RequestProgress & {
  readonly id: string;
  /** Counted from 1 in the operation. */
  readonly number: number;
  readonly keyId: string | null;
  /** Of a suspension. */
  readonly ground: SuspensionGround | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly createdByName: string | null;
  readonly lines: readonly RequestLine[];
  /** Oldest first. */
  readonly events: readonly RequestEvent[];
  /** To be sent; none while they are still to be prepared. */
  readonly preparedFiles: readonly RequestFile[];
};

const FILE = { id: true, kind: true, name: true, eventId: true, file: { select: { purgedAt: true } } } as const;

const REQUEST = {
  id: true,
  number: true,
  kind: true,
  state: true,
  wantedDay: true,
  effectDay: true,
  sentDay: true,
  lastDay: true,
  keyId: true,
  ground: true,
  reason: true,
  createdAt: true,
  createdBy: true,
  lines: {
    orderBy: [{ move: "asc" }, { meteringPointId: "asc" }, { role: "asc" }],
    select: { meteringPointId: true, role: true, move: true },
  },
  events: {
    orderBy: { position: "asc" },
    select: {
      position: true,
      state: true,
      day: true,
      wantedDay: true,
      effectDay: true,
      problems: true,
      createdAt: true,
      createdBy: true,
      via: true,
      files: { orderBy: { kind: "asc" }, select: FILE },
    },
  },
  files: { where: { eventId: null, replacedAt: null }, orderBy: { kind: "asc" }, select: FILE },
} as const satisfies Prisma.ConventionRequestSelect;

type Row = Prisma.ConventionRequestGetPayload<{ select: typeof REQUEST }>;

/** A page of the requests of an operation, latest first. */
export async function listRequests(
  operationId: AuthorizedOperationId,
  { before, limit }: ListPage,
): Promise<readonly RecordedRequest[]> {
  const rows = await prisma.conventionRequest.findMany({
    where: { operationId },
    orderBy: { number: "desc" },
    ...(before !== null && { cursor: { operationId_id: { operationId, id: before } }, skip: 1 }),
    take: limit,
    select: REQUEST,
  });
  return withNames(rows);
}

/** A request by its id; null when the operation has no such one. */
export async function findRequest(operationId: AuthorizedOperationId, id: string): Promise<RecordedRequest | null> {
  const row = await prisma.conventionRequest.findUnique({
    where: { operationId_id: { operationId, id } },
    select: REQUEST,
  });
  if (!row) return null;
  const [request] = await withNames([row]);
  return request ?? null;
}

/** A request, as a version of the key refers to it. */
export type KeyRequest = { readonly id: string; readonly number: number };

/** The open request that carries a version of the key; null without one. */
export async function findRequestOfKey(operationId: AuthorizedOperationId, keyId: string): Promise<KeyRequest | null> {
  return prisma.conventionRequest.findFirst({
    where: { operationId, keyId, state: { notIn: ["in_effect", "withdrawn"] } },
    orderBy: { number: "desc" },
    select: { id: true, number: true },
  });
}

/** A file of a request, prepared or sent, by its id. */
export async function findRequestFile(
  operationId: AuthorizedOperationId,
  requestId: string,
  fileId: string,
): Promise<(Pick<RequestFile, "kind" | "name"> & { readonly content: KeptFileContent }) | null> {
  const found = await prisma.conventionRequestFile.findFirst({
    where: { operationId, requestId, id: fileId },
    select: { kind: true, name: true, sha256: true },
  });
  if (!found) return null;
  const content = await findKeptFile(operationId, Buffer.from(found.sha256).toString("hex"));
  if (!content) throw new Error("a request refers to a file that is not kept");
  return { kind: found.kind, name: found.name, content };
}

async function withNames(rows: readonly Row[]): Promise<readonly RecordedRequest[]> {
  const ids = rows.flatMap(({ createdBy, events }) => [createdBy, ...events.map((event) => event.createdBy)]);
  const users = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  return rows.map(({ createdBy, events, files, ...row }) => ({
    ...row,
    ...daysOf(row),
    createdByName: nameOf(createdBy),
    events: events.map(({ createdAt, createdBy: recordedBy, problems, day, effectDay, wantedDay, ...event }) => ({
      ...event,
      day: fromDbDate(day),
      wantedDay: fromDbDate(wantedDay),
      effectDay: effectDay && fromDbDate(effectDay),
      problems: problems as unknown as readonly RequestProblem[],
      recordedAt: createdAt,
      recordedByName: nameOf(recordedBy),
      files: event.files.map(toFile),
    })),
    preparedFiles: files.map(toFile),
  }));
}

const daysOf = ({
  wantedDay,
  sentDay,
  lastDay,
  effectDay,
}: Pick<Row, "wantedDay" | "sentDay" | "lastDay" | "effectDay">) => ({
  wantedDay: fromDbDate(wantedDay),
  sentDay: sentDay && fromDbDate(sentDay),
  lastDay: lastDay && fromDbDate(lastDay),
  effectDay: effectDay && fromDbDate(effectDay),
});

const toFile = ({ id, kind, name, file }: Row["files"][number]): RequestFile => ({
  id,
  kind,
  name,
  isPurged: file.purgedAt !== null,
});
