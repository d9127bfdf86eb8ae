import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { authenticate } from "@/lib/server/authenticate";
import { type AuthorizedParticipant, authorizeCallerAsParticipant } from "@/lib/server/authorize-participant";
import { recordConsent } from "@/lib/services/consents/record-consent";
import { buildOwnStatements } from "@/lib/services/participant-space/build-own-statements";
import { exportOwnData } from "@/lib/services/participant-space/export-own-data";
import { inviteParticipant } from "@/lib/services/participant-space/invite-participant";
import { readOwnComplaints, writeOwnComplaint } from "@/lib/services/participant-space/own-complaints";
import { readOwnConsents, withdrawOwnConsent } from "@/lib/services/participant-space/own-consents";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { createParticipantUser } from "../../support/create-participant-user";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TODAY = civilDate("2026-04-15");
const WHEN = { today: TODAY, headers: new Headers() };
const NEIGHBOUR = "Voisin d’Exemple";

let collectivity: TestCollectivity;
let operation: TestOperation;
let hers: AuthorizedParticipant;
let his: AuthorizedParticipant;

const proofOf = async (participantId: string) => {
  const user = await createParticipantUser(operation.id, participantId);
  const caller = await authenticate(new Headers({ cookie: await user.cookie() }));
  return authorizeCallerAsParticipant(caller, participantId);
};

const consentOf = (participantId: string) =>
  recordConsent(
    operation.id,
    collectivity.users.officer.actor,
    {
      ...{
        participantId,
        meteringPointId: null,
        kind: "agreement",
        givenDay: civilDate("2026-03-01"),
        expiryDay: null,
      },
      ...{ participation: true, curveCollection: true, supplierTransmission: true, organiserTransmission: true },
    },
    null,
    TODAY,
  );

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
  const officer = collectivity.users.officer.actor;
  hers = await proofOf(await addParticipant(operation, officer, RESIDENT));
  his = await proofOf(await addParticipant(operation, officer, { ...RESIDENT, name: NEIGHBOUR }));
});

test("withdraws her own consent in her name, and nobody else's", async () => {
  const [own, other] = [await consentOf(hers.own.participantId), await consentOf(his.own.participantId)];
  await expect(withdrawOwnConsent(hers.own, hers.actor, other, TODAY)).rejects.toMatchObject({
    code: "CONSENT_NOT_OPEN",
  });
  await withdrawOwnConsent(hers.own, hers.actor, own, TODAY);
  expect(await readOwnConsents(hers.own, TODAY)).toMatchObject([{ id: own, state: "withdrawn", withdrawnDay: TODAY }]);
  expect(await readOwnConsents(his.own, TODAY)).toMatchObject([{ id: other, state: "valid" }]);
  const events = await sql<{ actor: string }>(
    "SELECT actor_user_id AS actor FROM audit_event WHERE action = 'withdraw.consent' AND object_id = $1",
    [own],
  );
  expect(events).toEqual([{ actor: hers.actor.userId }]);
});

test("puts what she writes into the register, and shows her its state and the answer only", async () => {
  const words = { kind: "complaint", subject: "Ma part", text: "Elle me semble basse." } as const;
  const id = await writeOwnComplaint(hers.own, hers.actor, words, WHEN);
  expect(await readOwnComplaints(hers.own)).toEqual([
    { id, ...words, receivedDay: TODAY, state: "received", answers: [] },
  ]);
  expect(await readOwnComplaints(his.own)).toEqual([]);
});

test("gives her all that is held about her, and her neighbour's name nowhere", async () => {
  const text = String(await exportOwnData(hers, hers.actor, "json", new Date("2026-04-15T10:00:00Z")));
  expect(text).toContain(RESIDENT.name);
  expect(text).not.toContain(NEIGHBOUR);
});

test("has no statement before a month of hers is settled", async () => {
  expect(await buildOwnStatements(hers, null)).toBeNull();
  expect(await buildOwnStatements(hers, civilDate("2026-03-01"))).toBeNull();
});

test("is opened by an invitation from the sheet, once", async () => {
  const officer = collectivity.users.officer.actor;
  const options = { now: new Date(), isHandedOver: true };
  const person = { email: `invitee-${hers.own.participantId}@habitant.test`, name: "Invitée" };
  const invitation = await inviteParticipant(operation.id, officer, hers.own.participantId, person, options);
  expect(invitation.address).toContain("/lien");
  const stranger = await createTestOperation(collectivity);
  await expect(inviteParticipant(stranger.id, officer, hers.own.participantId, person, options)).rejects.toMatchObject({
    code: "UNKNOWN_PARTICIPANT",
  });
});
