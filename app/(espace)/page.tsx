import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { AllInOrder } from "@/components/deadlines/all-in-order";
import { DeadlineFilterBar } from "@/components/deadlines/deadline-filter-bar";
import { DeadlineList } from "@/components/deadlines/deadline-list";
import { filterDeadlines } from "@/components/deadlines/filter-deadlines";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { type DeadlineFilters, deadlineFiltersSchema } from "@/lib/schemas/deadline-filters";
import {
  type AuthorizedOperation,
  listGrantedCollectivities,
  listReadablePlans,
  requireUser,
} from "@/lib/server/access";
import { requireOwnSpaces } from "@/lib/server/authorize-participant";
import { now } from "@/lib/server/now";
import { isGranted } from "@/lib/server/permissions";
import { requireOperations } from "@/lib/server/require-operations";
import { today } from "@/lib/server/today";
import { listKeysToReplace } from "@/lib/services/accounts/list-keys-to-replace";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";
import { KeysToReplace } from "./keys-to-replace";

export const metadata: Metadata = { title: "À faire" };

/** The officer's home: what is to do in all of his operations. Who only reads goes on to a dashboard. */
export default async function HomePage({ searchParams }: PageProps<"/">) {
  const user = await requireUser();
  if (user.isInstanceAdmin) redirect("/installation" as Route);
  const operations = await requireOperations();
  const own = operations.filter(({ role }) => isGranted(role, "write"));
  if (own.length === 0) redirect(await homeOfReader(operations));
  const filters = deadlineFiltersSchema.parse(await searchParams);
  return (
    <>
      <PageHeader
        title="À faire"
        lead="Ce qui vous attend dans vos opérations, en retard d’abord. Chaque ligne s’efface quand c’est fait."
        actions={
          <ButtonLink href="/operations" variant="default">
            Toutes les opérations
          </ButtonLink>
        }
      />
      <DeadlineFilterBar filters={filters} operations={own.map(({ sheet }) => sheet)} />
      <Suspense fallback={<p role="status">Lecture des échéances…</p>}>
        <ToDo userId={user.id} operations={own} filters={filters} />
      </Suspense>
    </>
  );
}

/**
 * The dashboard of one's only operation, of all of them together; the plan of who only audits one; the space of who
 * only takes part. Without any, the list
 * of operations says what is needed.
 */
async function homeOfReader(operations: readonly AuthorizedOperation[]): Promise<Route> {
  const [only] = operations;
  if (operations.length > 1) return "/tableau-de-bord" as Route;
  if (only) return `/operations/${only.sheet.slug}` as Route;
  const [memberships, plans, spaces] = await Promise.all([
    listGrantedCollectivities("read"),
    listReadablePlans(),
    requireOwnSpaces(),
  ]);
  if (memberships.length + plans.length === 0 && spaces.length > 0) return "/mon-espace" as Route;
  return (memberships.length === 0 && plans.length > 0 ? "/plan-climat" : "/operations") as Route;
}

type ToDoProps = {
  readonly userId: string;
  readonly operations: readonly AuthorizedOperation[];
  readonly filters: DeadlineFilters;
};

async function ToDo({ userId, operations, filters }: ToDoProps) {
  const chosen = filters.operation ? operations.filter(({ sheet }) => sheet.slug === filters.operation) : operations;
  const isNarrowed = Object.values(filters).some(Boolean);
  const [listed, keys] = await Promise.all([
    listOperationDeadlines(chosen, await today()),
    // His keys belong to no operation and no subject.
    isNarrowed ? [] : listKeysToReplace(userId, await now()),
  ]);
  const deadlines = filterDeadlines(listed, filters);
  return (
    <>
      <KeysToReplace keys={keys} />
      {keys.length === 0 && <AllInOrder deadlines={deadlines} isNarrowed={isNarrowed} />}
      <DeadlineList deadlines={deadlines} operations={new Map(operations.map(({ id, sheet }) => [id, sheet]))} />
    </>
  );
}
