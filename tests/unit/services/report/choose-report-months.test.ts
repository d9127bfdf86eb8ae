import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { chooseReportMonths } from "@/lib/services/report/choose-report-months";

const START = civilDate("2025-10-15");
const TODAY = civilDate("2026-11-22");

test.for([
  {
    name: "nothing: the year that ends with the latest settled period",
    latest: "2026-10-01",
    told: ["2025-11", "2026-10"],
  },
  { name: "nothing, in the first year: from the start", latest: "2026-03-01", told: ["2025-10", "2026-03"] },
  { name: "nothing, before any result: until today", latest: null, told: ["2025-12", "2026-11"] },
  { name: "both", latest: "2026-10-01", from: "2026-01", to: "2026-03", told: ["2026-01", "2026-03"] },
  {
    name: "both, in the wrong order",
    latest: "2026-10-01",
    from: "2026-03",
    to: "2026-01",
    told: ["2026-01", "2026-03"],
  },
  { name: "one month", latest: "2026-10-01", from: "2026-03", to: "2026-03", told: ["2026-03", "2026-03"] },
  { name: "its first month only", latest: "2026-10-01", from: "2026-06", told: ["2026-06", "2026-10"] },
  { name: "its last month only", latest: "2026-10-01", to: "2026-06", told: ["2025-10", "2026-06"] },
  {
    name: "months before the start",
    latest: "2026-10-01",
    from: "2024-01",
    to: "2024-02",
    told: ["2024-01", "2024-02"],
  },
])("of what is asked – $name", ({ latest, from, to, told }) => {
  const months = chooseReportMonths({ from, to }, START, latest === null ? null : civilDate(latest), TODAY);
  expect([months.first, months.last]).toEqual(told);
  expect(months.window.from).toBe(`${told[0]}-01`);
  expect(months.choices).toContain(told[0]);
  expect(months.choices).toContain(told[1]);
  expect(months.choices[0]).toBe("2026-11");
});
