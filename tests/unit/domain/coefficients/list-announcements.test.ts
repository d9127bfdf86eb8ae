import { describe, expect, test } from "vitest";
import { type HeldStay, listAnnouncements } from "@/lib/domain/coefficients/list-announcements";
import { civilDate } from "@/lib/domain/time/civil-date";

const FROM = civilDate("2026-09-01");

const stay = (
  participantId: string,
  meteringPointId: string,
  role: HeldStay["role"],
  from = "2026-03-01",
  toExclusive: string | null = null,
): HeldStay => ({
  participantId,
  meteringPointId,
  role,
  from: civilDate(from),
  toExclusive: toExclusive === null ? null : civilDate(toExclusive),
});

const staticKey = (shares: Readonly<Record<string, number>>) => ({
  kind: "static" as const,
  from: FROM,
  ppmByConsumer: new Map(Object.entries(shares)),
});

describe("who is told of a key (art. 5.1.1)", () => {
  const before = staticKey({ hall: 600_000, home: 400_000 });
  const after = staticKey({ hall: 500_000, home: 300_000, farm: 100_000 });

  test("each reads his own figures; who produces, what is given to nobody", () => {
    const told = listAnnouncements(after, before, [
      stay("commune", "roof", "producer"),
      stay("commune", "hall", "consumer"),
      stay("jeanne", "home", "consumer"),
    ]);
    const common = { kindBefore: "static", kindAfter: "static", from: FROM, unallocatedPpm: 100_000 };
    expect(Object.fromEntries(told)).toEqual({
      commune: {
        ...common,
        shares: [{ meteringPointId: "hall", from: FROM, beforePpm: 600_000, afterPpm: 500_000 }],
        producerIds: ["roof"],
      },
      jeanne: {
        ...common,
        shares: [{ meteringPointId: "home", from: FROM, beforePpm: 400_000, afterPpm: 300_000 }],
        producerIds: [],
      },
    });
  });

  test.for([
    ["who leaves on that very day", stay("paul", "hall", "consumer", "2026-03-01", FROM), undefined],
    [
      "who enters that day, and had nothing before",
      stay("paul", "farm", "consumer", FROM),
      { from: FROM, beforePpm: null, afterPpm: 100_000 },
    ],
    [
      "who enters later, from his own first day",
      stay("paul", "farm", "consumer", "2026-10-01"),
      { from: "2026-10-01", beforePpm: null, afterPpm: 100_000 },
    ],
    [
      "who takes part and is in neither key: 0 is a share, and is said",
      stay("paul", "barn", "consumer"),
      { from: FROM, beforePpm: 0, afterPpm: 0 },
    ],
    [
      "who leaves later",
      stay("paul", "home", "consumer", "2026-03-01", "2026-12-01"),
      { from: FROM, beforePpm: 400_000, afterPpm: 300_000 },
    ],
  ] as const)("%s", ([, only, share]) => {
    const told = listAnnouncements(after, before, [only]).get("paul");
    expect(told?.shares[0]).toEqual(share && { meteringPointId: only.meteringPointId, ...share });
  });

  test("a site whose stay is cut on the day keeps what it had", () => {
    const stays = [
      stay("jeanne", "home", "consumer", "2026-03-01", FROM),
      stay("jeanne", "home", "consumer", FROM, null),
    ];
    expect(listAnnouncements(after, before, stays).get("jeanne")?.shares).toMatchObject([
      { beforePpm: 400_000, afterPpm: 300_000 },
    ]);
  });

  test("a site that changes hands on the day is told to the next holder as new, and not to the one who leaves", () => {
    const told = listAnnouncements(after, before, [
      stay("jeanne", "home", "consumer", "2026-03-01", FROM),
      stay("paul", "home", "consumer", FROM),
    ]);
    expect([...told.keys()]).toEqual(["paul"]);
    expect(told.get("paul")?.shares).toMatchObject([{ beforePpm: null, afterPpm: 300_000 }]);
  });

  test("a kind without fixed values has none, and the first key of an operation follows none", () => {
    const key = { kind: "default" as const, from: FROM, ppmByConsumer: new Map() };
    expect(listAnnouncements(key, null, [stay("jeanne", "home", "consumer")]).get("jeanne")).toEqual({
      kindBefore: null,
      kindAfter: "default",
      from: FROM,
      shares: [{ meteringPointId: "home", from: FROM, beforePpm: null, afterPpm: null }],
      producerIds: [],
      unallocatedPpm: null,
    });
  });
});
