import { expect, test } from "vitest";
import { projectPoints } from "@/lib/domain/requests/project-points";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-09-01");
const since = (from: string) => ({ role: "consumer" as const, from: civilDate(from), toExclusive: null });

test("who is named enters and leaves on the day, everybody else stays as he is", () => {
  const points = [
    { id: "leaves", attachments: [since("2026-01-01")] },
    { id: "enters", attachments: [] },
    { id: "stays", attachments: [since("2026-01-01")] },
  ];
  const after = projectPoints(
    points,
    [
      { meteringPointId: "leaves", role: "consumer", move: "exit" },
      { meteringPointId: "enters", role: "consumer", move: "entry" },
    ],
    DAY,
  );
  expect(after).toEqual([
    { id: "leaves", attachments: [{ ...since("2026-01-01"), toExclusive: DAY }] },
    { id: "enters", attachments: [since("2026-09-01")] },
    points[2],
  ]);
});
