import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { BLOCKING_FINDINGS, type RequestFinding, type RequestFindingCode } from "./request-finding";
import type { RequestKind } from "./request-kind";
import type { RequestLine } from "./request-line";

/** A metering point, and when it takes part as the registry has it. */
export type CheckedPoint = {
  readonly id: string;
  readonly isStorage: boolean;
  readonly isErased: boolean;
  readonly attachments: readonly {
    readonly role: PerimeterRole;
    readonly from: CivilDate;
    readonly toExclusive: CivilDate | null;
  }[];
};

export type CheckedRequest = {
  readonly kind: RequestKind;
  readonly wantedDay: CivilDate;
  readonly lines: readonly RequestLine[];
  /** The key it carries; null without one. */
  readonly key: {
    readonly kind: CoefficientKind;
    readonly isAnnounced: boolean;
    readonly ppmByConsumer: ReadonlyMap<string, number>;
  } | null;
};

export type RequestSurroundings = {
  readonly today: CivilDate;
  readonly points: readonly CheckedPoint[];
  /** What applies until then. */
  readonly kindBefore: CoefficientKind;
  /** Who is to enter and counts in another operation on the day or later. */
  readonly heldElsewhere: ReadonlySet<string>;
  /** Who is to enter and lacks an agreement or an authorisation. */
  readonly withoutConsent: ReadonlySet<string>;
  /** Who breaks a rule of eligibility once the request is in effect. */
  readonly notEligible: ReadonlySet<string>;
};

type Found = readonly [code: RequestFindingCode, ids: readonly string[] | boolean];

/**
 * What the DSO would find wrong with a request, and what its sender should know, before it leaves.
 *
 * @returns In the order of `BLOCKING_FINDINGS` and `ADVISORY_FINDINGS`; nothing twice.
 * @see Convention Enedis-FOR-CF_01E, art. 2, 3.1, 3.2.1, 4.2, 4.3, 5.1 and 8.6.
 */
export function listRequestFindings(
  request: CheckedRequest,
  surroundings: RequestSurroundings,
): readonly RequestFinding[] {
  const found: readonly Found[] = [
    ...checkLines(request, surroundings),
    ...checkKey(request, surroundings),
    ...checkPerimeter(request, surroundings),
  ];
  return found.flatMap(([code, ids]): readonly RequestFinding[] => {
    if (ids === false || (ids !== true && ids.length === 0)) return [];
    const isBlocking = (BLOCKING_FINDINGS as readonly string[]).includes(code);
    return [{ code, isBlocking, meteringPointIds: ids === true ? [] : [...new Set(ids)] }];
  });
}

function checkLines({ kind, lines }: CheckedRequest, around: RequestSurroundings): readonly Found[] {
  if (kind !== "perimeter") return [];
  const points = new Map(around.points.map((point) => [point.id, point]));
  // What the registry plans for these points is what the request asks for: only who takes part today is in.
  const isIn = ({ meteringPointId, role }: RequestLine) =>
    points.get(meteringPointId)?.attachments.some((stay) => stay.role === role && isAttachedOn(stay, around.today));
  const entries = lines.filter(({ move }) => move === "entry");
  const exits = lines.filter(({ move }) => move === "exit");
  const idsOf = (some: readonly RequestLine[]) => some.map(({ meteringPointId }) => meteringPointId);
  const isHalf = ({ meteringPointId, move }: RequestLine) =>
    points.get(meteringPointId)?.isStorage === true &&
    lines.filter((line) => line.meteringPointId === meteringPointId && line.move === move).length < 2;
  return [
    ["no_move", lines.length === 0],
    ["already_in", idsOf(entries.filter(isIn))],
    ["already_out", idsOf(exits.filter((line) => !isIn(line)))],
    ["half_storage", idsOf(lines.filter(isHalf))],
    ["held_elsewhere", idsOf(entries).filter((id) => around.heldElsewhere.has(id))],
    ["holder_erased", idsOf(entries).filter((id) => points.get(id)?.isErased === true)],
  ];
}

function checkKey(request: CheckedRequest, around: RequestSurroundings): readonly Found[] {
  const { kind, key } = request;
  if (kind === "suspension" || kind === "termination") return [];
  const { kindBefore } = around;
  const needsKey = kind === "perimeter" ? kindBefore === "static" : true;
  const found: Found[] = [
    ["no_coefficients", needsKey && key === null],
    ["same_kind", kind === "coefficient_kind" && key?.kind === kindBefore],
    ["not_static", kind === "static_values" && kindBefore !== "static"],
  ];
  if (key?.kind !== "static") return found;
  const consumers = new Set(listConsumers(request, around));
  const shares = [...key.ppmByConsumer].filter(([, ppm]) => ppm > 0);
  const sum = shares.reduce((total, [, ppm]) => total + ppm, 0);
  const given = new Set(shares.map(([id]) => id));
  return [
    ...found,
    ["share_of_outsider", shares.map(([id]) => id).filter((id) => !consumers.has(id))],
    ["above_whole", sum > WHOLE_PPM],
    ["no_share", [...consumers].filter((id) => !given.has(id))],
    ["share_left", sum < WHOLE_PPM],
    ["not_announced", !key.isAnnounced],
  ];
}

function checkPerimeter(request: CheckedRequest, around: RequestSurroundings): readonly Found[] {
  if (request.kind !== "perimeter") return [];
  const has = (role: PerimeterRole) => around.points.some((point) => takesPart(request, point, role));
  const entering = request.lines.filter(({ move }) => move === "entry").map(({ meteringPointId }) => meteringPointId);
  return [
    ["lone_participant", !has("producer") || !has("consumer")],
    ["consent_missing", entering.filter((id) => around.withoutConsent.has(id))],
    ["not_eligible", [...around.notEligible]],
  ];
}

const listConsumers = (request: CheckedRequest, { points }: RequestSurroundings) =>
  points.filter((point) => takesPart(request, point, "consumer")).map(({ id }) => id);

/** Whether a metering point takes part in a role on the wanted day, once the request is in effect. */
function takesPart({ lines, wantedDay }: CheckedRequest, point: CheckedPoint, role: PerimeterRole): boolean {
  const line = lines.find((each) => each.meteringPointId === point.id && each.role === role);
  if (line) return line.move === "entry";
  return point.attachments.some((stay) => stay.role === role && isAttachedOn(stay, wantedDay));
}
