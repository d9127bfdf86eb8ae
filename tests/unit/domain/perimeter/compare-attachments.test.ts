import fc from "fast-check";
import { expect, test } from "vitest";
import { classifyMeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import {
  type AttachmentComparison,
  compareAttachments,
  type RegistryStay,
} from "@/lib/domain/perimeter/compare-attachments";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { readPerimeterFile } from "@/lib/formats/annex-6/read-perimeter-file";
import { writePerimeterFile } from "@/lib/formats/annex-6/write-perimeter-file";

const HALL = "99000000000134";
const ROOF = "99000000001248";
const CONTRACT = "0000123456";

type Days = readonly [from: string, toExclusive?: string];
const days = ([from, toExclusive]: Days) => ({
  from: civilDate(from),
  toExclusive: toExclusive === undefined ? null : civilDate(toExclusive),
});
const stay = (prm: string, role: PerimeterRole, ...period: Days): RegistryStay => ({
  prm,
  role,
  injectionContract: role === "producer" ? CONTRACT : null,
  ...days(period),
});
const line = (text: string, ...period: Days) => ({ identifier: classifyMeasureIdentifier(text), ...days(period) });

function counts({ identical, differing, onlyRegistry, onlyFile, unknown }: AttachmentComparison) {
  return [identical, differing, onlyRegistry, onlyFile, unknown].map((list) => list.length);
}

const START = "2026-01-01";

test.for([
  {
    name: "the same days are identical",
    ours: [stay(HALL, "consumer", START)],
    theirs: [line(HALL, START)],
    lists: [1, 0, 0, 0, 0],
  },
  {
    name: "an injection contract means its producer",
    ours: [stay(ROOF, "producer", START)],
    theirs: [line(CONTRACT, START)],
    lists: [1, 0, 0, 0, 0],
  },
  {
    name: "one line answers for both roles of a storage unit",
    ours: [stay(ROOF, "consumer", START), stay(ROOF, "producer", START)],
    theirs: [line(ROOF, START)],
    lists: [2, 0, 0, 0, 0],
  },
  {
    name: "and differs from whichever has other days",
    ours: [stay(ROOF, "consumer", START), stay(ROOF, "producer", "2026-02-01")],
    theirs: [line(ROOF, START)],
    lists: [1, 1, 0, 0, 0],
  },
  {
    name: "with a line by contract, the line by PRM is the consumer's",
    ours: [stay(ROOF, "consumer", START), stay(ROOF, "producer", START)],
    theirs: [line(ROOF, START), line(CONTRACT, "2026-02-01")],
    lists: [1, 1, 0, 0, 0],
  },
  {
    name: "an exit the operator has made",
    ours: [stay(HALL, "consumer", START)],
    theirs: [line(HALL, START, "2026-05-01")],
    lists: [0, 1, 0, 0, 0],
  },
  {
    name: "two stays whose boundary moved, each with its own line",
    ours: [stay(HALL, "consumer", START, "2026-03-01"), stay(HALL, "consumer", "2026-06-01")],
    theirs: [line(HALL, START, "2026-04-01"), line(HALL, "2026-07-01")],
    lists: [0, 2, 0, 0, 0],
  },
  {
    name: "a return the registry does not know",
    ours: [stay(HALL, "consumer", START, "2026-03-01")],
    theirs: [line(HALL, START, "2026-03-01"), line(HALL, "2026-07-01")],
    lists: [1, 0, 0, 1, 0],
  },
  {
    name: "a PRM of one side only",
    ours: [stay(HALL, "consumer", START)],
    theirs: [line("99000000000358", START)],
    lists: [0, 0, 1, 1, 0],
  },
  {
    name: "identifiers that are nobody's",
    ours: [],
    theirs: [line("0000999999", START), line("12345", START)],
    lists: [0, 0, 0, 0, 2],
  },
  {
    name: "a contract two metering points claim is nobody's",
    ours: [stay(HALL, "producer", START), stay(ROOF, "producer", START)],
    theirs: [line(CONTRACT, START)],
    lists: [0, 0, 2, 0, 1],
  },
])("$name", ({ ours, theirs, lists }) => {
  expect(counts(compareAttachments(ours, theirs))).toEqual(lists);
});

test("a difference says both sides' days, and how sure the match is", () => {
  const ours = stay("01234567891234", "consumer", START);
  const { differing } = compareAttachments([ours], [line("1234567891234", "2026-02-01", "2026-05-01")]);
  expect(differing).toEqual([{ ours, theirs: days(["2026-02-01", "2026-05-01"]), doubts: ["zero_lost"] }]);
});

test("days of a PRM the registry has are told from an unknown PRM's", () => {
  const { onlyFile } = compareAttachments(
    [stay(HALL, "consumer", START, "2026-03-01")],
    [line(HALL, START, "2026-03-01"), line(HALL, "2026-07-01"), line(ROOF, START)],
  );
  expect(onlyFile.map(({ prm, isKnown }) => [prm, isKnown])).toEqual([
    [HALL, true],
    [ROOF, false],
  ]);
});

type Published = { readonly ours: RegistryStay; readonly identifier: string };

const sampleArbitrary = fc.record({
  number: fc.integer({ min: 1, max: 9_999 }),
  lengths: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 3 }),
  gap: fc.integer({ min: 0, max: 30 }),
  isOpen: fc.boolean(),
  as: fc.constantFrom("consumer", "producer", "storage", "site"),
  isNamedByContract: fc.boolean(),
});
type Sample = typeof sampleArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** The stays of one metering point, one after the other, each with what the operator would call it. */
function publish({ number, lengths, gap, isOpen, as, isNamedByContract }: Sample): readonly Published[] {
  const prm = String(30_000_000_000_000 + number);
  const injectionContract = String(number).padStart(10, "0");
  let from = civilDate(START);
  return lengths.flatMap((length, index) => {
    const end = addDays(from, length);
    const period = { from, toExclusive: isOpen && index === lengths.length - 1 ? null : end };
    from = addDays(end, gap);
    const of = (role: PerimeterRole, byContract: boolean, firstDay = period.from) => ({
      ours: { prm, role, injectionContract, ...period, from: firstDay },
      identifier: byContract ? injectionContract : prm,
    });
    // The roof of a site may enter after it: the operator then names it by its contract.
    if (as === "site") return [of("consumer", false), of("producer", true, addDays(end, -1))];
    if (as === "storage") return [of("consumer", false), of("producer", false)];
    return as === "consumer" ? [of("consumer", false)] : [of("producer", isNamedByContract)];
  });
}

test("a registry written as the operator's file, read back and compared, differs in nothing", () => {
  const samples = fc.uniqueArray(sampleArbitrary, { selector: ({ number }) => number, maxLength: 12 });
  fc.assert(
    fc.property(samples, (points) => {
      const published = points.flatMap(publish);
      const rows = published.map(({ ours, identifier }) => ({ ...ours, identifier }));
      const { rows: read, problems } = readPerimeterFile(new TextEncoder().encode(writePerimeterFile(rows).text));
      expect(problems.errorCount).toBe(0);
      const identical = published.map(({ ours }) => ours);
      const nothing = { differing: [], onlyRegistry: [], onlyFile: [], unknown: [] };
      expect(compareAttachments(identical, read)).toEqual({ identical, ...nothing });
    }),
  );
});
