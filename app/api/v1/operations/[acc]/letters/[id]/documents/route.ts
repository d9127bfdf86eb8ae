import { answerJoinedDocument } from "@/lib/server/answer-joined-document";

/** Joins a paper to a letter. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/letters/[id]/documents">,
) {
  const { acc, id } = await params;
  return answerJoinedDocument(request, acc, id, "letterId");
}
