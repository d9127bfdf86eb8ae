import { createHash } from "node:crypto";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { listFeedOperations } from "@/lib/server/access";
import { AccessError } from "@/lib/server/access-error";
import { answerFile } from "@/lib/server/answer-file";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { owesTwoFactor } from "@/lib/server/owes-two-factor";
import { buildCalendar } from "@/lib/services/reminders/build-calendar";
import { openCalendarFeed } from "@/lib/services/reminders/open-calendar-feed";

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

/**
 * The deadlines of a user as a calendar. Its address is the proof: it holds a token, and what is read is what its owner
 * may read at that moment: nothing while he owes a second factor, as by a session or a key.
 */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/calendar/[token]">) {
  try {
    const token = FILE.exec((await params).token)?.[1];
    if (!token) throw new HttpError(404, "NOT_FOUND");
    const { userId, isOver } = requireFound(await openCalendarFeed(token));
    if (isOver) throw new AccessError("TOO_MANY_REQUESTS");
    if (await owesTwoFactor(userId, false)) throw new AccessError("TWO_FACTOR_DUE");
    const operations = await listFeedOperations(userId);
    const calendar = await buildCalendar(operations, parisCivilDate(Date.now()));
    const etag = `"${createHash("sha256").update(calendar).digest("base64url")}"`;
    const headers = { etag, "cache-control": "private, no-cache", "referrer-policy": "no-referrer" };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return answerFile({ name: "prorata.ics", type: "text/calendar; charset=utf-8", content: calendar }, headers);
  } catch (error) {
    return toErrorResponse(error);
  }
}
