import "server-only";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { readConsentRegistry } from "@/lib/data/consents";
import type { RequestContent } from "@/lib/data/convention-request-writing";
import { listOtherAttachments } from "@/lib/data/other-attachments";
import { type Registry, readRegistry } from "@/lib/data/registry";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listMissingConsents } from "@/lib/domain/consents/list-missing-consents";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { listRequestFindings } from "@/lib/domain/requests/list-request-findings";
import type { RequestFinding } from "@/lib/domain/requests/request-finding";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readEligibility } from "@/lib/services/registry/read-eligibility";
import type { RequestOperation } from "./request-operation";

/**
 * What the DSO would find wrong with a request, and what its sender should know.
 *
 * @param today - What the registry plans after it for the metering points of the request is what it asks for.
 */
export async function checkRequest(
  { id }: Pick<RequestOperation, "id">,
  { kind, wantedDay, lines, keyId }: Omit<RequestContent, "ground" | "reason"> & { readonly kind: RequestKind },
  today: CivilDate,
): Promise<readonly RequestFinding[]> {
  const [registry, key] = await Promise.all([readRegistry(id), keyId === null ? null : findKeyVersion(id, keyId)]);
  const entering = lines.filter(({ move }) => move === "entry");
  const [heldElsewhere, withoutConsent, notEligible] = await Promise.all([
    findHeldElsewhere(id, registry, entering, wantedDay),
    findWithoutConsent(id, entering, wantedDay),
    kind === "perimeter" ? findNotEligible(id, lines, wantedDay) : new Set<string>(),
  ]);
  const erased = new Set(registry.participants.filter(({ isErased }) => isErased).map((participant) => participant.id));
  const inForce = registry.keys.find((each) => isAttachedOn(each, wantedDay));
  return listRequestFindings(
    {
      kind,
      wantedDay,
      lines,
      key: key && { kind: key.kind, isAnnounced: key.progress !== "draft", ppmByConsumer: key.ppmByConsumer },
    },
    {
      today,
      points: registry.points.map((point) => ({ ...point, isErased: erased.has(point.participantId) })),
      kindBefore: inForce?.kind ?? "default",
      heldElsewhere,
      withoutConsent,
      notEligible,
    },
  );
}

async function findHeldElsewhere(
  operationId: AuthorizedOperationId,
  { points }: Registry,
  entering: readonly RequestLine[],
  day: CivilDate,
): Promise<ReadonlySet<string>> {
  const idOf = new Map(points.map(({ id, prm }) => [prm, id]));
  const ids = new Set(entering.map(({ meteringPointId }) => meteringPointId));
  const prms = points.filter(({ id }) => ids.has(id)).map(({ prm }) => prm);
  const others = await listOtherAttachments(operationId, prms, day);
  return new Set(others.flatMap(({ prm }) => idOf.get(prm) ?? []));
}

async function findWithoutConsent(
  operationId: AuthorizedOperationId,
  entering: readonly RequestLine[],
  day: CivilDate,
): Promise<ReadonlySet<string>> {
  const ids = new Set(entering.map(({ meteringPointId }) => meteringPointId));
  if (ids.size === 0) return ids;
  const registry = await readConsentRegistry(operationId);
  const points = registry.points
    .filter(({ id }) => ids.has(id))
    .map((point) => ({ ...point, attachments: [{ from: day, toExclusive: null }] }));
  return new Set(listMissingConsents({ ...registry, points }, day).map(({ meteringPointId }) => meteringPointId));
}

async function findNotEligible(
  operationId: AuthorizedOperationId,
  lines: readonly RequestLine[],
  day: CivilDate,
): Promise<ReadonlySet<string>> {
  const { rules } = await readEligibility(operationId, day, lines);
  return new Set(rules.filter(({ status }) => status === "broken").flatMap(({ broken }) => broken));
}
