import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { listRequests } from "@/lib/data/convention-requests";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import { splitByWeight } from "@/lib/domain/coefficients/split-by-weight";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { DEMONSTRATION_REQUESTS } from "@/lib/domain/demonstration/demonstration-requests";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { answerRequest } from "./answer-request";
import { prepareRequest } from "./prepare-request";
import type { RequestDraft } from "./request-draft";
import type { RequestOperation } from "./request-operation";
import { saveRequest } from "./save-request";
import { sendRequest } from "./send-request";

const UNIT_PPM = 100;
const NOTHING_ELSE = { ground: null, lines: [], key: null } as const;

/** One request of the demonstration is accepted, one has an anomaly, one waits; left alone once anybody made one. */
export async function fillDemonstrationRequests(operation: RequestOperation, actor: Actor): Promise<void> {
  const { id } = operation;
  if ((await listRequests(id, { before: null, limit: 1 })).length > 0) return;
  const points = new Map((await listMeteringPoints(id)).map((point) => [point.prm, point.id]));
  const key = (await listCoefficientKeys(id)).at(-1);
  const { leaving, dynamic, shares } = DEMONSTRATION_REQUESTS;
  const leavingId = points.get(leaving.prm);
  const suspectId = points.get(dynamic.prm);
  const [giver, taker] = [points.get(shares.given.from), points.get(shares.given.to)];
  if (key?.kind !== "static" || !leavingId || !suspectId || !giver || !taker) return; // it is no longer the demonstration

  const stays = [...key.ppmByConsumer].filter(([meteringPointId]) => meteringPointId !== leavingId);
  const { ppm } = splitByWeight(
    stays.map(([, share]) => share),
    UNIT_PPM,
  );
  const first = await sendNew(operation, actor, leaving.sentDay, {
    ...NOTHING_ELSE,
    kind: "perimeter",
    wantedDay: leaving.wantedDay,
    reason: leaving.reason,
    lines: [{ meteringPointId: leavingId, role: "consumer", move: "exit" }],
    key: staticKey(stays.map(([meteringPointId], n) => [meteringPointId, ppm[n] ?? 0])),
  });
  const accepted = { move: "accept", day: leaving.acceptedDay, effectDay: leaving.wantedDay } as const;
  await answerRequest(operation, actor, first, accepted, leaving.acceptedDay);

  const second = await sendNew(operation, actor, dynamic.sentDay, {
    ...NOTHING_ELSE,
    kind: "coefficient_kind",
    wantedDay: dynamic.wantedDay,
    reason: dynamic.reason,
    key: { kind: "dynamic_simple", unitPpm: UNIT_PPM, ppmByConsumer: new Map() },
  });
  const problem = { meteringPointId: suspectId, subject: "prerequisite", text: dynamic.problem } as const;
  const anomaly = { move: "report_anomaly", day: dynamic.anomalyDay, problems: [problem] } as const;
  await answerRequest(operation, actor, second, anomaly, dynamic.anomalyDay);

  await sendNew(operation, actor, shares.sentDay, {
    ...NOTHING_ELSE,
    kind: "static_values",
    wantedDay: shares.wantedDay,
    reason: shares.reason,
    key: staticKey(
      [...key.ppmByConsumer].map(([meteringPointId, share]) => {
        const gain = meteringPointId === taker ? shares.given.ppm : 0;
        return [meteringPointId, share + (meteringPointId === giver ? -shares.given.ppm : gain)];
      }),
    ),
  });
}

const staticKey = (shares: readonly (readonly [string, number])[]) =>
  ({ kind: "static", unitPpm: UNIT_PPM, ppmByConsumer: new Map(shares) }) as const;

async function sendNew(
  operation: RequestOperation,
  actor: Actor,
  day: CivilDate,
  draft: RequestDraft,
): Promise<string> {
  const requestId = await saveRequest(operation, actor, null, draft);
  const named = { ...operation, collectivity: { name: DEMONSTRATION_OPERATION.organiser.name } };
  await prepareRequest(named, actor, requestId, day);
  await sendRequest(operation, actor, requestId, { day, isShortNoticeAccepted: false }, day);
  return requestId;
}
