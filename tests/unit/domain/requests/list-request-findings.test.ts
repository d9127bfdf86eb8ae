import { describe, expect, test } from "vitest";
import {
  type CheckedPoint,
  type CheckedRequest,
  listRequestFindings,
  type RequestSurroundings,
} from "@/lib/domain/requests/list-request-findings";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import { civilDate } from "@/lib/domain/time/civil-date";

const TODAY = civilDate("2026-08-03");
const WANTED = civilDate("2026-09-01");

type Stays = CheckedPoint["attachments"];

const since = (role: "consumer" | "producer", from = "2026-01-01", to: string | null = null): Stays => [
  { role, from: civilDate(from), toExclusive: to === null ? null : civilDate(to) },
];

const point = (id: string, attachments: Stays, more: Partial<CheckedPoint> = {}): CheckedPoint => ({
  id,
  isStorage: false,
  isErased: false,
  attachments,
  ...more,
});

const POINTS = [
  point("roof", since("producer")),
  point("hall", since("consumer")),
  point("school", since("consumer")),
  point("new", []),
  point("planned", since("consumer", "2026-09-01")),
  point("leaving", since("consumer", "2026-01-01", "2026-09-01")),
];

const AROUND: RequestSurroundings = {
  today: TODAY,
  points: POINTS,
  kindBefore: "default",
  heldElsewhere: new Set(),
  withoutConsent: new Set(),
  notEligible: new Set(),
};

const entry = (id: string, role: RequestLine["role"] = "consumer"): RequestLine => ({
  meteringPointId: id,
  role,
  move: "entry",
});
const exit = (id: string, role: RequestLine["role"] = "consumer"): RequestLine => ({
  meteringPointId: id,
  role,
  move: "exit",
});

function codes(request: Partial<CheckedRequest>, around: Partial<RequestSurroundings> = {}) {
  const whole = { kind: "perimeter" as const, wantedDay: WANTED, lines: [], key: null, ...request };
  return listRequestFindings(whole, { ...AROUND, ...around }).map(({ code, meteringPointIds, isBlocking }) =>
    [isBlocking ? "!" : "?", code, ...meteringPointIds].join(" "),
  );
}

const staticKey = (shares: Readonly<Record<string, number>>, isAnnounced = true) =>
  ({ kind: "static", isAnnounced, ppmByConsumer: new Map(Object.entries(shares)) }) as const;

describe("a change of perimeter (art. 3.2.1)", () => {
  test("needs somebody who enters or leaves", () => {
    expect(codes({})).toEqual(["! no_move"]);
  });

  test("asks for what the registry plans", () => {
    expect(codes({ lines: [entry("new"), entry("planned"), exit("leaving")] })).toEqual([]);
  });

  test("does not ask for what is", () => {
    expect(codes({ lines: [entry("hall"), exit("new")] })).toEqual(["! already_in hall", "! already_out new"]);
  });

  test("moves a storage unit in both roles", () => {
    const points = [...POINTS, point("battery", [], { isStorage: true })];
    expect(codes({ lines: [entry("battery")] }, { points })).toEqual(["! half_storage battery"]);
    expect(codes({ lines: [entry("battery"), entry("battery", "producer")] }, { points })).toEqual([]);
  });

  test("lets nobody in who is elsewhere or forgotten, and says who has not agreed", () => {
    const points = [...POINTS, point("gone", [], { isErased: true })];
    const around = { points, heldElsewhere: new Set(["new"]), withoutConsent: new Set(["new", "hall"]) };
    expect(codes({ lines: [entry("new"), entry("gone")] }, around)).toEqual([
      "! held_elsewhere new",
      "! holder_erased gone",
      "? consent_missing new",
    ]);
  });

  test("says when no producer is left (art. 8.6)", () => {
    expect(codes({ lines: [exit("roof", "producer")] })).toEqual(["? lone_participant"]);
  });

  test("comes with the static coefficients of every consumer, and only with theirs", () => {
    const lines = [entry("new"), exit("school")];
    const around = { kindBefore: "static" as const };
    expect(codes({ lines }, around)).toEqual(["! no_coefficients"]);
    const shares = { hall: 500_000, school: 100_000, planned: 1 };
    expect(codes({ lines, key: staticKey(shares) }, around)).toEqual([
      "! share_of_outsider school",
      "? no_share new",
      "? share_left",
    ]);
    expect(codes({ lines, key: staticKey({ hall: 600_000, new: 400_000, planned: 0 }, false) }, around)).toEqual([
      "? no_share planned",
      "? not_announced",
    ]);
  });
});

describe("coefficients (art. 4.2 and 4.3)", () => {
  test.for([
    ["coefficient_kind", "default", "default", ["! same_kind"]],
    ["coefficient_kind", "dynamic_simple", "default", []],
    ["static_values", "default", "static", []],
  ] as const)("%s to %s under %s", ([kind, to, kindBefore, expected]) => {
    const key = { kind: to, isAnnounced: true, ppmByConsumer: new Map<string, number>() };
    expect(codes({ kind, key }, { kindBefore })).toEqual(expected);
  });

  test("static values change static values", () => {
    const shares = { hall: 500_000, school: 500_000, planned: 1 };
    expect(codes({ kind: "static_values", key: staticKey(shares) })).toEqual(["! not_static", "! above_whole"]);
    expect(codes({ kind: "static_values" }, { kindBefore: "static" })).toEqual(["! no_coefficients"]);
  });
});

test.for(["suspension", "termination"] as const)("a %s carries neither coefficients nor moves", (kind) => {
  expect(codes({ kind })).toEqual([]);
});
