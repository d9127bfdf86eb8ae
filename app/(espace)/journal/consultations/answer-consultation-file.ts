import "server-only";
import { journalAddress } from "@/app/(espace)/journal/journal-address";
import { streamTableFile } from "@/app/(espace)/journal/stream-table-file";
import { consultationSearchSchema, toConsultationFilter } from "@/lib/schemas/consultations";
import { type ExportedConsultations, exportConsultations } from "@/lib/services/journal/read-consultations";
import { consultationColumns, toConsultationRow } from "./consultation-rows";

/** The filtered consultations, whole, as the file a spreadsheet opens; written while it is read, and written down itself. */
export async function answerConsultationFile(
  request: Request,
  { actor, scope }: Pick<ExportedConsultations, "actor" | "scope">,
  name: string,
): Promise<Response> {
  const search = consultationSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const pages = await exportConsultations({ actor, scope, filter: toConsultationFilter(search) });
  const columns = consultationColumns({ namesOperation: scope.kind === "collectivity" });
  const toRow = (each: Parameters<typeof toConsultationRow>[0]) =>
    toConsultationRow(each, () => journalAddress("", {}));
  return streamTableFile({ name: `${name}-consultations.csv`, columns, pages, toRow });
}
