import { answerPublishedMonths } from "@/lib/server/answer-published-months";
import { writePublicCsv } from "@/lib/services/publishing/write-public-csv";

/** The published months of an operation as a table, for anybody. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/published-operations/[slug]/months.csv">,
) {
  const { slug } = await params;
  return answerPublishedMonths(request, slug, {
    type: "text/csv; charset=utf-8",
    extension: "csv",
    write: writePublicCsv,
  });
}
