import "server-only";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import type { NewRequestFile } from "@/lib/data/convention-request-writing";
import type { RecordedRequest } from "@/lib/data/convention-requests";
import { readOperationParties } from "@/lib/data/operation-sheets";
import { type Registry, readRegistry } from "@/lib/data/registry";
import { type RequestLetterMove, renderRequestLetter } from "@/lib/documents/request-letter";
import { DomainError } from "@/lib/domain/errors";
import type { OperationParty } from "@/lib/domain/operation/operation-party";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { expectedEffectDay } from "@/lib/domain/requests/expected-effect-day";
import { projectPoints } from "@/lib/domain/requests/project-points";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeRequestLetter } from "@/lib/format/describe-request-letter";
import { formatDay } from "@/lib/format/format-date";
import { perimeterOn } from "@/lib/services/registry/perimeter-on";
import { writePerimeterWorkbook } from "@/lib/services/registry/write-perimeter-workbook";
import type { RequestOperation } from "./request-operation";

/** The organiser, in whose name a request is made, where the sheet of the operation does not name it. */
export type RequestingOperation = RequestOperation & { readonly collectivity: { readonly name: string } };

/** The desk that art. 3.1 names for requests of an operation that has started, where annexe 3 gives no other. */
const DSO_DESK = ["Enedis", "autoconsocolec-gestion@enedis.fr"];

/**
 * What leaves for the DSO: the letter, and the annexe 2 of the wanted day where perimeter or coefficients change.
 *
 * @param sentOn - In the file's name and at the head of the letter.
 * @throws {DomainError} NO_ACC_NUMBER where an annexe 2 is to be written and the operation has no number yet.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.5, 8.6 and annexe 2.
 */
export async function buildRequestFiles(
  operation: RequestingOperation,
  request: RecordedRequest,
  sentOn: CivilDate,
): Promise<readonly NewRequestFile[]> {
  const { id, sheet } = operation;
  const [registry, key] = await Promise.all([
    readRegistry(id),
    request.keyId === null ? null : findKeyVersion(id, request.keyId),
  ]);
  const keys = key ? [{ ...key, from: sheet.startDay, toExclusive: null }] : registry.keys;
  const keyKind = (key ?? keys.find((each) => isAttachedOn(each, request.wantedDay)))?.kind ?? null;
  const asked: Registry = {
    ...registry,
    keys,
    points: projectPoints(registry.points, request.lines, request.wantedDay),
  };
  const hasWorkbook = request.kind !== "suspension" && request.kind !== "termination";
  const workbook = hasWorkbook ? await writeWorkbook(operation, asked, request.wantedDay, sentOn) : null;
  const letter = await writeLetter(operation, request, {
    sentOn,
    keyKind,
    moves: describeMoves(registry, request),
    enclosures: workbook ? [workbook.name] : [],
  });
  return workbook ? [workbook, letter] : [letter];
}

async function writeWorkbook(
  { sheet }: RequestOperation,
  asked: Registry,
  day: CivilDate,
  sentOn: CivilDate,
): Promise<NewRequestFile> {
  const { accNumber } = sheet;
  if (accNumber === null) throw new DomainError("NO_ACC_NUMBER", "the name of an annexe 2 starts with the ACC number");
  const file = await writePerimeterWorkbook(perimeterOn(asked, day), { accNumber, sentOn });
  return { kind: "annex_2", ...file };
}

type LetterParts = {
  readonly sentOn: CivilDate;
  readonly keyKind: Parameters<typeof describeRequestLetter>[0]["keyKind"];
  readonly moves: readonly RequestLetterMove[];
  readonly enclosures: readonly string[];
};

async function writeLetter(
  { id, sheet, collectivity }: RequestingOperation,
  request: RecordedRequest,
  { sentOn, keyKind, moves, enclosures }: LetterParts,
): Promise<NewRequestFile> {
  const { kind, wantedDay, ground, reason, lines, state, number } = request;
  const { organiser, signatory, dso } = await readOperationParties(id);
  const text = describeRequestLetter({
    kind,
    wantedDay,
    effectDay: expectedEffectDay(kind, sentOn, wantedDay),
    operationName: sheet.name,
    accNumber: sheet.accNumber,
    keyKind,
    ground,
    reason,
    entryCount: lines.filter(({ move }) => move === "entry").length,
    exitCount: lines.filter(({ move }) => move === "exit").length,
    isCorrection: state === "anomaly",
  });
  const desk = [dso?.organisationName ?? "", ...placeOf(dso), dso?.email ?? ""].filter((line) => line !== "");
  const bytes = await renderRequestLetter(sheet.name, {
    text,
    sender: [organiser?.organisationName ?? collectivity.name, ...placeOf(organiser)],
    recipient: desk.length === 0 ? DSO_DESK : desk,
    place: organiser?.city ?? null,
    day: formatDay(sentOn),
    signatory: [
      [signatory?.firstName, signatory?.lastName].filter(Boolean).join(" "),
      signatory?.jobTitle ?? "",
    ].filter((line) => line !== ""),
    moves,
    enclosures,
  });
  return { kind: "letter", name: `${sheet.accNumber ?? sheet.slug}_demande-${number}_${sentOn}.pdf`, bytes };
}

function placeOf(party: OperationParty | undefined): readonly string[] {
  const town = [party?.postalCode, party?.city].filter(Boolean).join(" ");
  return [party?.address ?? "", town].filter((line) => line !== "");
}

function describeMoves({ points, participants }: Registry, { lines }: RecordedRequest): readonly RequestLetterMove[] {
  const byId = new Map(points.map((point) => [point.id, point]));
  const holders = new Map(participants.map((participant) => [participant.id, participant]));
  return lines.flatMap(({ meteringPointId, role, move }): readonly RequestLetterMove[] => {
    const point = byId.get(meteringPointId);
    const holder = point && holders.get(point.participantId);
    if (!point || !holder) return [];
    return [
      {
        move: move === "entry" ? "Entrée" : "Sortie",
        role: role === "consumer" ? "Consommateur" : "Producteur",
        prm: point.prm,
        holder: holder.name,
        legalId: holder.legalId,
        address: holder.address,
      },
    ];
  });
}
