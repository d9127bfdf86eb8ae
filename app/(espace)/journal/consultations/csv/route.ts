import { CONSULTATION_COLUMNS, toConsultationRow } from "@/app/(espace)/journal/consultations/consultation-rows";
import { journalAddress } from "@/app/(espace)/journal/journal-address";
import { streamTableFile } from "@/app/(espace)/journal/stream-table-file";
import { consultationSearchSchema, toConsultationFilter } from "@/lib/schemas/consultations";
import { authorizeCollectivityRequest } from "@/lib/server/authorize-collectivity-request";
import { toErrorResponse } from "@/lib/server/http";
import { exportConsultations } from "@/lib/services/journal/read-consultations";

/** The filtered consultations of the collectivity its address names, whole, as the file a spreadsheet opens. */
export async function GET(request: Request) {
  try {
    const { searchParams } = new URL(request.url);
    const named = searchParams.get("collectivite") ?? "";
    const { id, actor } = await authorizeCollectivityRequest(request, named, "administer");
    const search = consultationSearchSchema.parse(Object.fromEntries(searchParams));
    const pages = await exportConsultations(id, toConsultationFilter(search), actor);
    const toRow = (each: Parameters<typeof toConsultationRow>[0]) =>
      toConsultationRow(each, () => journalAddress("/journal/consultations", {}));
    return streamTableFile({ name: "collectivite-consultations.csv", columns: CONSULTATION_COLUMNS, pages, toRow });
  } catch (error) {
    return toErrorResponse(error);
  }
}
