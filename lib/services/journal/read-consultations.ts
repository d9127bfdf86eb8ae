import "server-only";
import { insertAuditEvent } from "@/lib/data/audit-events";
import type { JournalPlace } from "@/lib/data/audit-journal";
import {
  type ConsultationFilter,
  type ConsultationScope,
  type ListedConsultation,
  listConsultationActors,
  listConsultations,
} from "@/lib/data/consultations";
import type { Actor } from "@/lib/data/scope";

export type ConsultationPage = {
  readonly consultations: readonly ListedConsultation[];
  /** Where the older ones start; null on the last page. */
  readonly next: JournalPlace | null;
  /** Who may be looked for. */
  readonly actors: Awaited<ReturnType<typeof listConsultationActors>>;
};

export type ExportedConsultations = {
  readonly actor: Actor;
  readonly scope: ConsultationScope;
  readonly filter: ConsultationFilter;
};

const PAGE_SIZE = 100;
const FILE_PAGE_SIZE = 1_000;

/** One page of who looked at what, latest first. */
export async function readConsultations(
  scope: ConsultationScope,
  filter: ConsultationFilter,
  before: JournalPlace | null,
): Promise<ConsultationPage> {
  const [found, actors] = await Promise.all([
    listConsultations(scope, filter, { before, limit: PAGE_SIZE + 1 }),
    listConsultationActors(scope),
  ]);
  const consultations = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? consultations.at(-1) : undefined;
  return { consultations, next: last ? { at: last.at, id: last.id } : null, actors };
}

/** All of them, latest first, page by page. That they were taken out stands in the trail before the first page. */
export async function exportConsultations({
  actor,
  scope,
  filter,
}: ExportedConsultations): Promise<AsyncGenerator<readonly ListedConsultation[]>> {
  await insertAuditEvent({
    actor,
    action: "export.consultations",
    objectType: "journal",
    objectId: scope.id,
    ...(scope.kind === "operation" ? { operationId: scope.id } : { collectivityId: scope.id }),
  });
  return listPages(scope, filter);
}

async function* listPages(
  scope: ConsultationScope,
  filter: ConsultationFilter,
): AsyncGenerator<readonly ListedConsultation[]> {
  let before: JournalPlace | null = null;
  for (;;) {
    const page: readonly ListedConsultation[] = await listConsultations(scope, filter, {
      before,
      limit: FILE_PAGE_SIZE,
    });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < FILE_PAGE_SIZE) return;
    before = { at: last.at, id: last.id };
  }
}
