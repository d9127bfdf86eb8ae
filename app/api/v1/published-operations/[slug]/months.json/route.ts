import { answerPublishedMonths } from "@/lib/server/answer-published-months";

/** The published months of an operation, for anybody's program. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/published-operations/[slug]/months.json">,
) {
  const { slug } = await params;
  return answerPublishedMonths(request, slug, { type: "application/json", extension: "json", write: JSON.stringify });
}
