import { errorResponse } from "@/lib/server/http";

// Machines get their errors as JSON, even at an address that does not exist.
const answer = () => errorResponse(404, "NOT_FOUND");

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
