import { findRequest } from "@/lib/data/convention-requests";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { answerRequest } from "@/lib/services/requests/answer-request";
import { prepareRequest } from "@/lib/services/requests/prepare-request";
import type { RequestDraft } from "@/lib/services/requests/request-draft";
import { saveRequest } from "@/lib/services/requests/save-request";
import { sendRequest } from "@/lib/services/requests/send-request";
import { takeRequestEffect } from "@/lib/services/requests/take-request-effect";
import type { TestOperation } from "./create-test-operation";

/** Days no worker of another test has come to: 2031, where 1 September is a Monday. */
export const REQUEST_DAYS = {
  written: civilDate("2031-08-04"),
  sent: civilDate("2031-08-05"),
  answered: civilDate("2031-08-08"),
  wanted: civilDate("2031-09-01"),
} as const;

const named = (operation: TestOperation) => ({ ...operation, collectivity: { name: "Commune des tests" } });

const actorOf = (operation: TestOperation) => operation.collectivity.users.officer.actor;

/** A request of nothing but its kind and its day. */
export const bareRequest = (kind: RequestDraft["kind"], more: Partial<RequestDraft> = {}): RequestDraft => ({
  kind,
  wantedDay: REQUEST_DAYS.wanted,
  ground: kind === "suspension" ? "force_majeure" : null,
  reason: null,
  lines: [],
  key: null,
  ...more,
});

/** Static values of some consumers, by name. [ppm] */
export const sharesOf = (operation: TestOperation, shares: Readonly<Record<string, number>>) => ({
  kind: "static" as const,
  unitPpm: 100 as const,
  ppmByConsumer: new Map(Object.entries(shares).map(([name, ppm]) => [operation.point(name).id, ppm])),
});

export const saveTestRequest = (operation: TestOperation, draft: RequestDraft, id: string | null = null) =>
  saveRequest(operation, actorOf(operation), id, draft);

export const prepareTestRequest = (operation: TestOperation, id: string, today: CivilDate = REQUEST_DAYS.written) =>
  prepareRequest(named(operation), actorOf(operation), id, today);

export const sendTestRequest = (operation: TestOperation, id: string, day: CivilDate = REQUEST_DAYS.sent) =>
  sendRequest(operation, actorOf(operation), id, { day, isShortNoticeAccepted: false }, day);

/** Writes, prepares and sends a request. */
export async function sendNewRequest(operation: TestOperation, draft: RequestDraft): Promise<string> {
  const id = await saveTestRequest(operation, draft);
  await prepareTestRequest(operation, id);
  await sendTestRequest(operation, id);
  return id;
}

export const acceptTestRequest = (operation: TestOperation, id: string, effectDay: CivilDate, today?: CivilDate) => {
  const day = today ?? REQUEST_DAYS.answered;
  return answerRequest(operation, actorOf(operation), id, { move: "accept", day, effectDay }, day);
};

export const takeTestEffect = (operation: TestOperation, id: string, today: CivilDate) =>
  takeRequestEffect(operation.id, { userId: null, via: "job" }, id, today);

export async function readTestRequest(operation: TestOperation, id: string) {
  const request = await findRequest(operation.id, id);
  if (!request) throw new Error(`no request ${id}`);
  return request;
}
