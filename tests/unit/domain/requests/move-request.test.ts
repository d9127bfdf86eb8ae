import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assertRequestMove } from "@/lib/domain/requests/assert-request-move";
import { moveRequest } from "@/lib/domain/requests/move-request";
import { REQUEST_KINDS, type RequestKind } from "@/lib/domain/requests/request-kind";
import type { RequestMove, RequestMoveName, RequestProgress } from "@/lib/domain/requests/request-progress";
import { REQUEST_STATES, type RequestState } from "@/lib/domain/requests/request-state";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

const D = civilDate("2026-08-03");
const WANTED = civilDate("2026-09-01");
const EFFECT = civilDate("2026-09-15");
const PROBLEM = { meteringPointId: null, subject: "notice", text: "Préavis non respecté" } as const;

const MOVES: Readonly<Record<RequestMoveName, RequestMove>> = {
  send: { move: "send", day: D, isShortNoticeAccepted: true },
  accept: { move: "accept", day: D, effectDay: EFFECT },
  report_anomaly: { move: "report_anomaly", day: D, problems: [PROBLEM] },
  take_effect: { move: "take_effect", day: EFFECT },
  withdraw: { move: "withdraw", day: D },
};

/** A request as it is in a state, on 3 August 2026. */
function requestIn(state: RequestState, kind: RequestKind = "perimeter"): RequestProgress {
  const sentDay = state === "draft" ? null : D;
  const hasEffect = state === "accepted" || state === "in_effect" || (state === "sent" && kind === "termination");
  return { kind, state, wantedDay: WANTED, sentDay, lastDay: sentDay, effectDay: hasEffect ? EFFECT : null };
}

// deadlines.md: draft → sent → accepted | anomaly → (corrected, sent again) → in effect, or withdrawn.
const NEXT: Readonly<Record<RequestState, Readonly<Partial<Record<RequestMoveName, RequestState>>>>> = {
  draft: { send: "sent", withdraw: "withdrawn" },
  sent: { accept: "accepted", report_anomaly: "anomaly", withdraw: "withdrawn" },
  anomaly: { send: "sent", withdraw: "withdrawn" },
  accepted: { take_effect: "in_effect", withdraw: "withdrawn" },
  in_effect: {},
  withdrawn: {},
};

const CASES = REQUEST_KINDS.flatMap((kind) =>
  REQUEST_STATES.flatMap((state) =>
    (Object.keys(MOVES) as RequestMoveName[]).map((name) => {
      const isUnasked = kind === "termination" && state === "sent" && name === "take_effect";
      return [kind, state, name, isUnasked ? "in_effect" : (NEXT[state][name] ?? null)] as const;
    }),
  ),
);

describe("every move from every state", () => {
  test.for(CASES)("%s, %s: %s → %s", ([kind, state, name, next]) => {
    const move = () => moveRequest(requestIn(state, kind), MOVES[name]);
    if (next === null) expect(move).toThrow(expect.objectContaining({ code: "REQUEST_MOVE_REFUSED" }));
    else expect(move().state).toBe(next);
  });

  test.for(REQUEST_STATES)("%s: content changes only while it is written", (state) => {
    const edit = () => assertRequestMove("edit", state, "perimeter");
    if (state === "draft" || state === "anomaly") expect(edit).not.toThrow();
    else expect(edit).toThrow(expect.objectContaining({ code: "REQUEST_MOVE_REFUSED" }));
  });
});

describe("days", () => {
  test("accepted, it keeps the DSO's day; an anomaly forgets the effect and sending again counts anew", () => {
    const sent = moveRequest(requestIn("draft"), { move: "send", day: D, isShortNoticeAccepted: false });
    expect(sent).toMatchObject({ state: "sent", sentDay: D, lastDay: D, effectDay: null });
    const failed = moveRequest(sent, { move: "report_anomaly", day: addDays(D, 3), problems: [PROBLEM] });
    expect(failed).toMatchObject({ state: "anomaly", sentDay: D, lastDay: addDays(D, 3) });
    const again = moveRequest(failed, { move: "send", day: addDays(D, 7), isShortNoticeAccepted: false });
    expect(again).toMatchObject({ state: "sent", sentDay: addDays(D, 7), effectDay: null });
    const accepted = moveRequest(again, { move: "accept", day: addDays(D, 9), effectDay: EFFECT });
    expect(accepted).toMatchObject({ state: "accepted", effectDay: EFFECT });
  });

  test("nothing happens before what happened last", () => {
    const early = { move: "accept", day: addDays(D, -1), effectDay: EFFECT } as const;
    expect(() => moveRequest(requestIn("sent"), early)).toThrow(
      expect.objectContaining({ code: "REQUEST_DAY_REFUSED", details: { field: "day", after: D } }),
    );
  });

  test("an effect follows the sending, and does not come before its day", () => {
    expect(() => moveRequest(requestIn("sent"), { move: "accept", day: D, effectDay: D })).toThrow(
      expect.objectContaining({ code: "REQUEST_DAY_REFUSED" }),
    );
    const eve = { move: "take_effect", day: addDays(EFFECT, -1) } as const;
    expect(() => moveRequest(requestIn("accepted"), eve)).toThrow(
      expect.objectContaining({ code: "REQUEST_DAY_REFUSED" }),
    );
  });

  test("an anomaly names something to mend", () => {
    expect(() => moveRequest(requestIn("sent"), { move: "report_anomaly", day: D, problems: [] })).toThrow(
      expect.objectContaining({ code: "ANOMALY_WITHOUT_REASON" }),
    );
  });
});

describe("notice", () => {
  // 1 September 2026 is a Tuesday; 15 August is a holiday, on a Saturday.
  test.for([
    ["2026-08-11", true],
    ["2026-08-12", false],
  ] as const)("perimeter for 01/09/2026 sent on %s: %s", ([day, isInTime]) => {
    const send = (isShortNoticeAccepted: boolean) => () =>
      moveRequest(requestIn("draft"), { move: "send", day: civilDate(day), isShortNoticeAccepted });
    if (isInTime) expect(send(false)).not.toThrow();
    else {
      expect(send(false)).toThrow(expect.objectContaining({ code: "REQUEST_NOTICE_TOO_SHORT" }));
      expect(send(true)().state).toBe("sent");
    }
  });

  test("a wanted day that is over is no notice, whoever agrees", () => {
    const send = { move: "send", day: WANTED, isShortNoticeAccepted: true } as const;
    expect(() => moveRequest(requestIn("draft"), send)).toThrow(
      expect.objectContaining({ code: "REQUEST_DAY_REFUSED" }),
    );
  });

  test("a termination holds from the later of the wanted day and three months after its letter (art. 8.5.1)", () => {
    const sent = (wanted: string) =>
      moveRequest(
        { ...requestIn("draft", "termination"), wantedDay: civilDate(wanted) },
        { move: "send", day: civilDate("2026-01-15"), isShortNoticeAccepted: false },
      );
    expect(sent("2026-03-15").effectDay).toBe("2026-04-15");
    expect(sent("2026-07-01").effectDay).toBe("2026-07-01");
    expect(() => sent("2026-03-14")).toThrow(expect.objectContaining({ code: "REQUEST_NOTICE_TOO_SHORT" }));
  });
});

describe("any sequence of moves", () => {
  const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(civilDate("2026-01-01"), n));
  const moves: fc.Arbitrary<RequestMove> = fc.oneof(
    fc.record({ move: fc.constant("send" as const), day: days, isShortNoticeAccepted: fc.boolean() }),
    fc.record({ move: fc.constant("accept" as const), day: days, effectDay: days }),
    fc.record({
      move: fc.constant("report_anomaly" as const),
      day: days,
      problems: fc.constantFrom<readonly (typeof PROBLEM)[]>([], [PROBLEM]),
    }),
    fc.record({ move: fc.constant("take_effect" as const), day: days }),
    fc.record({ move: fc.constant("withdraw" as const), day: days }),
  );

  const tryMove = (request: RequestProgress, move: RequestMove): RequestProgress | null => {
    try {
      return moveRequest(request, move);
    } catch {
      return null;
    }
  };

  test("leaves a request whose days follow each other, and whose effect follows its sending", () => {
    fc.assert(
      fc.property(fc.constantFrom(...REQUEST_KINDS), days, fc.array(moves, { maxLength: 30 }), (kind, wanted, all) => {
        let request: RequestProgress = { ...requestIn("draft", kind), wantedDay: wanted };
        for (const move of all) {
          const after = tryMove(request, move);
          if (!after) continue;
          expect(NEXT[request.state][move.move] ?? "in_effect").toBe(after.state);
          expect((request.lastDay ?? move.day) <= move.day).toBe(true);
          expect(after.lastDay).toBe(move.day);
          expect((after.effectDay ?? "9999") > (after.sentDay ?? "")).toBe(true);
          expect(after.state !== "in_effect" || (after.effectDay ?? "9999") <= move.day).toBe(true);
          request = after;
        }
      }),
    );
  });
});
