import { expect, test } from "vitest";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { findUnviableDay } from "@/lib/domain/perimeter/find-unviable-day";
import { civilDate } from "@/lib/domain/time/civil-date";

const attachment = (role: PerimeterRole, from: string, to: string | null = null) => ({
  role,
  from: civilDate(from),
  toExclusive: to === null ? null : civilDate(to),
});
const ROOF = attachment("producer", "2026-03-01");
const TODAY = civilDate("2026-06-01");

// Convention Enedis-FOR-CF_01E, art. 8.6: at least one producer and one consumer.
test.for([
  { what: "a producer and a consumer", attachments: [ROOF, attachment("consumer", "2026-03-01")], found: null },
  { what: "nobody", attachments: [], found: { day: "2026-06-01", lacks: ["producer", "consumer"] } },
  { what: "no consumer", attachments: [ROOF], found: { day: "2026-06-01", lacks: ["consumer"] } },
  {
    what: "the last consumer's planned exit",
    attachments: [ROOF, attachment("consumer", "2026-03-01", "2026-09-01")],
    found: { day: "2026-09-01", lacks: ["consumer"] },
  },
  {
    what: "the exit of one consumer of two",
    attachments: [ROOF, attachment("consumer", "2026-03-01", "2026-09-01"), attachment("consumer", "2026-03-01")],
    found: null,
  },
  {
    what: "an exit the day another enters",
    attachments: [ROOF, attachment("consumer", "2026-03-01", "2026-09-01"), attachment("consumer", "2026-09-01")],
    found: null,
  },
  {
    what: "an exit a day before another enters",
    attachments: [ROOF, attachment("consumer", "2026-03-01", "2026-08-31"), attachment("consumer", "2026-09-01")],
    found: { day: "2026-08-31", lacks: ["consumer"] },
  },
  { what: "what lacked before", attachments: [ROOF, attachment("consumer", "2026-05-01")], found: null },
])("$what", ({ attachments, found }) => {
  expect(findUnviableDay(attachments, TODAY)).toEqual(found);
});
