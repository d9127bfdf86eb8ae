import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/(espace)/mon-espace/[participant]/formulaire/route";
import { inTransaction } from "@/lib/data/pg";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authenticate } from "@/lib/server/authenticate";
import { authorizeCallerAsParticipant } from "@/lib/server/authorize-participant";
import { readConsents } from "@/lib/services/consents/read-consents";
import { recordConsent } from "@/lib/services/consents/record-consent";
import { readOwnConsents } from "@/lib/services/participant-space/own-consents";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { apiRequest, TEST_ORIGIN } from "../../support/api-request";
import { createParticipantUser } from "../../support/create-participant-user";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { RESIDENT } from "../../support/registry-details";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const ALL = "participation=true&curveCollection=true&organiserTransmission=true";
const TOO_LARGE = Buffer.alloc(10_000_001, signedDocument());

let collectivity: TestCollectivity;
let operation: TestOperation;
let hers: string;
let his: string;
let user: TestUser;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
  const officer = collectivity.users.officer.actor;
  hers = await addParticipant(operation, officer, RESIDENT);
  his = await addParticipant(operation, officer, { ...RESIDENT, name: "Voisin" });
  user = await createParticipantUser(operation.id, hers);
});

type Sent = { query?: string; name?: string; bytes?: Uint8Array<ArrayBuffer>; by?: TestUser; participant?: string };

async function send({ query = ALL, name = "accord.pdf", bytes = signedDocument(), by = user, participant }: Sent = {}) {
  const body = new FormData();
  body.append("file", new Blob([bytes]), name);
  const path = `/mon-espace/${participant ?? hers}/formulaire?${query}`;
  const request = apiRequest(path, { method: "POST", cookie: await by.cookie(), origin: TEST_ORIGIN, body });
  return POST(request, { params: Promise.resolve({ participant: participant ?? hers }) });
}

const recorded = async () => (await readConsents(operation.id, parisCivilDate(Date.now()))).recorded;

test.for<[string, () => Sent, number, string]>([
  ["for another participant", () => ({ participant: his }), 404, "NOT_FOUND"],
  ["by the officer, who has his own screen", () => ({ by: collectivity.users.officer }), 404, "NOT_FOUND"],
  ["with no box ticked", () => ({ query: "" }), 400, "INVALID_REQUEST"],
  ["too large", () => ({ bytes: TOO_LARGE }), 413, "FILE_TOO_LARGE"],
  ["that is no document", () => ({ bytes: new Uint8Array(Buffer.from("<script>")) }), 422, "UNREADABLE_DOCUMENT"],
  ["whose name says otherwise", () => ({ name: "accord.html" }), 422, "UNREADABLE_DOCUMENT"],
])("a signed form is refused %s", async ([, sent, status, code]) => {
  await expectRefusal(await send(sent()), status, code);
  expect(await recorded()).toEqual([]);
});

test("a signed form that is sent back is a consent from that day on, with its document, once", async () => {
  const response = await send();
  expect(response.status).toBe(201);
  const sha256 = createHash("sha256").update(signedDocument()).digest("hex");
  expect(await recorded()).toMatchObject([
    {
      ...{ participantId: hers, meteringPointId: null, kind: "agreement", state: "valid", expiryDay: null },
      ...{ participation: true, curveCollection: true, organiserTransmission: true, supplierTransmission: false },
      ...{ isHandedInOnline: true, document: { name: "accord.pdf", sha256 } },
    },
  ]);
  const [event] = await sql<{ actor: string; after: string }>(
    `SELECT actor_user_id AS actor, after::text FROM audit_event
      WHERE operation_id = $1 AND action = 'record.consent'`,
    [operation.id],
  );
  expect(event?.actor).toBe(user.id);
  expect(JSON.parse(event?.after ?? "")).toMatchObject({ participantId: hers, isHandedInOnline: true });
  expect(event?.after).not.toContain("accord.pdf");

  await expectRefusal(await send(), 422, "CONSENT_STANDS");
  const more = await send({ query: `${ALL}&supplierTransmission=true` });
  expect(more.status).toBe(201);
  expect(await recorded()).toHaveLength(2);
});

/** Waits until so many wait for a row in this database. */
async function waitForQueue(length: number) {
  await expect
    .poll(
      async () => {
        const [row] = await sql<{ waiting: string }>(
          `SELECT count(DISTINCT l.pid) AS waiting FROM pg_locks l JOIN pg_stat_activity a USING (pid)
          WHERE NOT l.granted AND a.datname = current_database()`,
        );
        return Number(row?.waiting);
      },
      { timeout: 10_000 },
    )
    .toBe(length);
}

test("of those that are sent at once one is recorded, and the others are told so", async () => {
  const twice = await addParticipant(operation, collectivity.users.officer.actor, { ...RESIDENT, name: "Pressée" });
  const by = await createParticipantUser(operation.id, twice);
  // All of them stand before the same door when it opens.
  const sent = await inTransaction(async (client) => {
    await client.query("SELECT FROM participant WHERE id = $1 FOR UPDATE", [twice]);
    const waiting = [1, 2, 3].map(() => send({ by, participant: twice }));
    await waitForQueue(waiting.length);
    return waiting;
  });
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  for (const answer of answers.filter(({ status }) => status === 422))
    await expectRefusal(answer, 422, "CONSENT_STANDS");
  expect((await recorded()).filter(({ participantId }) => participantId === twice)).toHaveLength(1);
});

test.for<[string, number, number, boolean]>([
  ["that ends within sixty days is renewed", 60, 201, true],
  ["that ends later stands", 61, 422, false],
])("an agreement %s", async ([name, days, status, isToRenew]) => {
  const { actor } = collectivity.users.officer;
  const today = parisCivilDate(Date.now());
  const participantId = await addParticipant(operation, actor, { ...RESIDENT, name });
  const authorizations = { participation: true, curveCollection: true, organiserTransmission: true };
  const former = { kind: "agreement", givenDay: addDays(today, -300), expiryDay: addDays(today, days) } as const;
  await recordConsent(
    operation.id,
    actor,
    { participantId, meteringPointId: null, supplierTransmission: false, ...former, ...authorizations },
    null,
    today,
  );
  const by = await createParticipantUser(operation.id, participantId);
  const caller = await authenticate(new Headers({ cookie: await by.cookie() }));
  const { own } = await authorizeCallerAsParticipant(caller, participantId);
  const read = async () => (await readOwnConsents(own, today)).map((consent) => consent.isToRenew);
  expect(await read()).toEqual([isToRenew]);
  expect((await send({ by, participant: participantId })).status).toBe(status);
  expect(await read()).not.toContain(true); // renewed, or not to be
});
