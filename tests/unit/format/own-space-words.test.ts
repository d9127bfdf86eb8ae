import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeOwnStay } from "@/lib/format/own-space-words";

const TODAY = civilDate("2026-11-23");
const STAY = { meteringPointId: "a", prm: "99000000000134", site: "Mairie", role: "consumer" } as const;
const stay = (from: string, toExclusive: string | null) => ({
  ...STAY,
  from: civilDate(from),
  toExclusive: toExclusive === null ? null : civilDate(toExclusive),
});

test.for([
  [stay("2025-10-01", null), "Mairie (99000000000134) : consommation, depuis le 01/10/2025"],
  [stay("2026-11-23", null), "Mairie (99000000000134) : consommation, depuis le 23/11/2026"],
  [stay("2026-12-01", null), "Mairie (99000000000134) : consommation, à partir du 01/12/2026"],
  [
    { ...stay("2025-10-01", "2026-03-01"), site: null, role: "producer" },
    "99000000000134 : production, depuis le 01/10/2025, jusqu’au 28/02/2026",
  ],
] as const)("a stay is told as of today: %o", ([of, expected]) => {
  expect(describeOwnStay(of, TODAY)).toBe(expected);
});
