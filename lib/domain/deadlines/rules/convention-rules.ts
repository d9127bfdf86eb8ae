import type { DeadlineRule } from "@/lib/domain/deadlines/deadline-rule";

/**
 * Changes of the convention, of its annexes and of addresses, and disputes.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.3, 8.8 and 8.10.
 */
export const CONVENTION_RULES = [
  // Anchor: notified; takes effect then at the earliest, later where the letter says so.
  {
    id: "convention-change",
    family: "convention",
    articles: ["8.3"],
    actor: "dso",
    span: { unit: "months", count: 1 },
    nature: "effect",
  },
  // Anchor: received; after that day it can no longer be refused.
  {
    id: "convention-change-refusal",
    family: "convention",
    articles: ["8.3"],
    actor: "organiser",
    span: { unit: "months", count: 1 },
    nature: "effect",
  },
  // Anchor: notified; annexes 2, 5 and 6; takes effect then at the earliest.
  {
    id: "annex-change",
    family: "convention",
    articles: ["8.3"],
    actor: "dso",
    span: { unit: "working_days", count: 20 },
    nature: "effect",
  },
  // Anchor: notice received, ours as soon as it is sent, the DSO's with its letter: nothing tells of it earlier.
  {
    id: "address-change",
    family: "convention",
    articles: ["8.10"],
    actor: "both",
    span: { unit: "working_days", count: 10 },
    nature: "effect",
  },
  // Anchor: the letter is received; renewable; a court may then be asked.
  {
    id: "dispute",
    family: "convention",
    articles: ["8.8"],
    actor: "both",
    span: { unit: "months", count: 2 },
    nature: "effect",
  },
] as const satisfies readonly DeadlineRule[];
