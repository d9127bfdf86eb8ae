import { unzipSync } from "fflate";
import { extractText } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getData } from "@/app/(espace)/mon-espace/[participant]/donnees/route";
import { GET as getStatements } from "@/app/(espace)/mon-espace/[participant]/releves/route";
import { civilDate } from "@/lib/domain/time/civil-date";
import { authenticate } from "@/lib/server/authenticate";
import { type AuthorizedParticipant, authorizeCallerAsParticipant } from "@/lib/server/authorize-participant";
import { moveComplaint } from "@/lib/services/complaints/move-complaint";
import { recordConsent } from "@/lib/services/consents/record-consent";
import { withdrawConsent } from "@/lib/services/consents/withdraw-consent";
import { joinDocument } from "@/lib/services/correspondence/join-document";
import { exportOwnData } from "@/lib/services/participant-space/export-own-data";
import { writeOwnComplaint } from "@/lib/services/participant-space/own-complaints";
import { archiveParticipant } from "@/lib/services/personal-data/archive-participant";
import { exportParticipant } from "@/lib/services/personal-data/export-participant";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { createParticipantUser } from "../../support/create-participant-user";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { RESIDENT } from "../../support/registry-details";
import { signedDocument } from "../../support/signed-document";

const TODAY = civilDate("2026-04-15");
const WHEN = { today: TODAY, headers: new Headers() };
const NOW = new Date("2026-04-15T10:00:00Z");
const NEIGHBOUR = "Voisin d’Exemple";
const ANSWER = "Votre part a été vérifiée.";
const INTERNAL = "À traiter après la réunion du bureau";
const WITHDRAWAL = "Elle hésite depuis sa dispute avec le maire";

let collectivity: TestCollectivity;
let operation: TestOperation;
let hers: AuthorizedParticipant;
let cookie: string;

/** A complaint with the organiser's notes and paper, a consent of her own, and one on a scan her neighbour signed too. */
beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
  const { actor } = collectivity.users.officer;
  const her = await addParticipant(operation, actor, RESIDENT);
  const him = await addParticipant(operation, actor, { ...RESIDENT, name: NEIGHBOUR });
  const user = await createParticipantUser(operation.id, her);
  cookie = await user.cookie();
  const caller = await authenticate(new Headers({ cookie }));
  hers = await authorizeCallerAsParticipant(caller, her);
  const sign = (participantId: string, name: string, givenDay: string) =>
    recordConsent(
      operation.id,
      actor,
      {
        ...{ participantId, meteringPointId: null, kind: "agreement", expiryDay: null },
        ...{ givenDay: civilDate(givenDay), participation: true, curveCollection: true },
        ...{ supplierTransmission: true, organiserTransmission: true },
      },
      { name, bytes: signedDocument(name.startsWith("seule") ? "seule" : "à deux") },
      TODAY,
    );
  const own = await sign(her, "seule.pdf", "2026-03-01");
  await sign(her, `avec ${NEIGHBOUR}.pdf`, "2026-03-02");
  await sign(him, "copie.pdf", "2026-03-02");
  await withdrawConsent(operation.id, actor, own, { day: TODAY, note: WITHDRAWAL }, TODAY);
  const words = { kind: "complaint", subject: "Ma part", text: "Elle me semble basse." } as const;
  const complaintId = await writeOwnComplaint(hers.own, hers.actor, words, WHEN);
  const steps = [
    { move: "answered", note: ANSWER },
    { move: "closed", note: INTERNAL },
  ] as const;
  for (const step of steps) await moveComplaint(operation.id, actor, complaintId, { ...step, day: TODAY }, TODAY);
  const paper = { name: "note du bureau.pdf", bytes: signedDocument("note du bureau") };
  await joinDocument(operation.id, actor, { complaintId }, paper, TODAY);
});

const open = async (format: "pdf" | "zip") => {
  const content = await exportOwnData(hers, hers.actor, format, NOW);
  if (!(content instanceof Uint8Array)) throw new Error("nothing was made");
  return Uint8Array.from(content);
};
const namesOf = (archive: Uint8Array) => Object.keys(unzipSync(Uint8Array.from(archive))).sort();

test("gives her the words she wrote and the answer, and none of the organiser's own notes and papers", async () => {
  const json = String(await exportOwnData(hers, hers.actor, "json", NOW));
  const { personalData } = JSON.parse(json);
  expect(personalData.complaints).toMatchObject([
    { subject: "Ma part", text: "Elle me semble basse.", steps: [{ step: "answered", note: ANSWER }] },
  ]);
  const archive = unzipSync(await open("zip"));
  const kept = Buffer.from(archive["donnees.json"] ?? []).toString();
  const { text } = await extractText(await open("pdf"), { mergePages: true });
  for (const internal of [INTERNAL, WITHDRAWAL, "note du bureau"]) {
    expect([json, kept, text].filter((each) => each.includes(internal))).toEqual([]);
  }
});

test("keeps back a document that others signed too, its name with it, and says to ask for it", async () => {
  const archive = await open("zip");
  expect(namesOf(archive)).toEqual(["consentements/1-seule.pdf", "donnees.json", "releve.pdf"]);
  const json = Buffer.from(unzipSync(archive)["donnees.json"] ?? []).toString();
  const { text } = await extractText(await open("pdf"), { mergePages: true });
  for (const told of [json, text.replace(/\s+/g, " ")]) {
    expect(told).not.toContain(NEIGHBOUR);
    expect(told).toContain("à demander à l’organisateur");
  }
});

test("leaves the officer the full file", async () => {
  const { actor } = collectivity.users.officer;
  const exported = { id: operation.id, sheet: operation.sheet, collectivity: { name: "Commune des tests" } };
  const statement = await exportParticipant(exported, actor, hers.own.participantId, NOW);
  if (!statement) throw new Error("she is a participant");
  expect(statement.complaints[0]?.steps.map(({ note }) => note)).toEqual([ANSWER, INTERNAL, null]);
  expect(namesOf(await archiveParticipant(operation.id, statement)).filter((name) => /^\w+\//.test(name))).toEqual([
    "consentements/1-seule.pdf",
    `consentements/2-avec ${NEIGHBOUR}.pdf`,
    "reclamations/1-note du bureau.pdf",
  ]);
});

describe("what an account may ask for", () => {
  type Get = (request: Request, context: { params: Promise<{ participant: string }> }) => Promise<Response>;
  const askTimes = async (times: number, get: Get, path: string) => {
    const params = Promise.resolve({ participant: hers.own.participantId });
    const statuses: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      const request = new Request(`http://localhost:3000/mon-espace/x/${path}`, { headers: { cookie } });
      statuses.push((await get(request, { params })).status);
    }
    return statuses;
  };

  test("is her data five times an hour, before any of it is read", async () => {
    expect(await askTimes(6, getData, "donnees?format=json")).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test("is all her statements five times an hour, and one month as often as she likes", async () => {
    expect(await askTimes(6, getStatements, "releves")).toEqual([404, 404, 404, 404, 404, 429]);
    expect(await askTimes(1, getStatements, "releves?mois=2026-03-01")).toEqual([404]);
  });

  test("is ten complaints a day, one of which is in the register already", async () => {
    const words = { kind: "complaint", subject: "Encore", text: "Encore." } as const;
    const write = () => writeOwnComplaint(hers.own, hers.actor, words, WHEN);
    for (let turn = 0; turn < 9; turn += 1) await write();
    await expect(write()).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});
