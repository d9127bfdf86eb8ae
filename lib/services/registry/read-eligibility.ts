import "server-only";
import {
  type AttachedPoint,
  listAttachedPoints,
  type OperationRegime,
  readRegime,
} from "@/lib/data/eligibility-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { checkEligibility, type Eligibility } from "@/lib/domain/perimeter/eligibility/check-eligibility";
import type { EligibilityPoint } from "@/lib/domain/perimeter/eligibility/eligibility";
import type { ProximityRegime } from "@/lib/domain/perimeter/find-proximity-limit";
import { PROXIMITY_LIMITS } from "@/lib/domain/perimeter/proximity-limits";
import type { Place } from "@/lib/domain/profiles/sun-position";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A metering point as the map and its table show it. */
export type PerimeterPlace = Pick<AttachedPoint, "id" | "prm" | "name" | "roles"> & {
  /** Null while its coordinates are not known. */
  readonly place: Place | null;
};

export type OperationEligibility = Eligibility & {
  readonly regime: ProximityRegime | null;
  /** The points that count on the day, by name. */
  readonly points: readonly PerimeterPlace[];
};

/**
 * Whether an operation may be one on a day, rule by rule, and where its points stand.
 *
 * @param lines - Entries and exits that are not made yet, and are to be taken as made.
 */
export async function readEligibility(
  operationId: AuthorizedOperationId,
  day: CivilDate,
  lines: readonly RequestLine[] = [],
): Promise<OperationEligibility> {
  const [sheet, attached] = await Promise.all([readRegime(operationId), listAttachedPoints(operationId, day, lines)]);
  const { management, proximityKind: kind, derogationBasis: basis, networkZone: zone } = sheet;
  const regime = kind && { kind, basis, zone };
  const points = attached.map((point) => toEligibilityPoint(point, sheet));
  return {
    ...checkEligibility({ day, regime, management, points }, PROXIMITY_LIMITS),
    regime,
    points: attached.map(({ id, prm, name, roles, ...point }) => ({ id, prm, name, roles, place: placeOf(point) })),
  };
}

function toEligibilityPoint(point: AttachedPoint, { organiserSiret }: OperationRegime): EligibilityPoint {
  const { energySource, holder, ...rest } = point;
  const { kind, legalId, isTenant } = holder;
  return {
    ...rest,
    place: placeOf(point),
    isRenewable: energySource && energySource !== "non_renewable",
    holder: { kind, isTenant, isOrganiser: kind === "natural" ? false : isOrganiser(legalId, organiserSiret) },
  };
}

// The same body when the first nine digits are (its SIREN): a town hall and a school are two establishments.
function isOrganiser(legalId: string | null, organiserSiret: string | null): boolean | null {
  if (organiserSiret === null || legalId === null) return null;
  return legalId.slice(0, 9) === organiserSiret.slice(0, 9);
}

function placeOf({
  latitudeDegrees,
  longitudeDegrees,
}: Pick<AttachedPoint, "latitudeDegrees" | "longitudeDegrees">): Place | null {
  return latitudeDegrees === null || longitudeDegrees === null ? null : { latitudeDegrees, longitudeDegrees };
}
