import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ConsultationList } from "@/app/(espace)/journal/consultations/consultation-list";
import { consultationSearchSchema, toConsultationFilter } from "@/lib/schemas/consultations";
import { toTrailPlace } from "@/lib/schemas/trail-search";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { readConsultations } from "@/lib/services/journal/read-consultations";

export const metadata: Metadata = { title: "Consultations" };

type Props = PageProps<"/operations/[operation]/reglages/journal/consultations">;

/** For whoever administers the operation, be it alone: who looked at what is its own. */
export default async function OperationConsultationsPage({ params, searchParams }: Props) {
  const { id, role, sheet, mayReadWords } = await requireOperation((await params).operation);
  if (!isGranted(role, "administer")) notFound();
  const search = consultationSearchSchema.parse(await searchParams);
  const scope = { kind: "operation", id, mayReadWords } as const;
  const journal = `/operations/${sheet.slug}/reglages/journal` as Route;
  return (
    <ConsultationList
      name={sheet.name}
      page={await readConsultations(scope, toConsultationFilter(search), toTrailPlace(search.avant))}
      search={search}
      address={`${journal}/consultations`}
      journal={journal}
      namesOperation={false}
    />
  );
}
