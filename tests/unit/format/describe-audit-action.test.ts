import { expect, test } from "vitest";
import { AUDIT_TOPICS, type AuditTopic, auditActionsOf, describeAuditAction } from "@/lib/format/describe-audit-action";

const TOPICS = Object.keys(AUDIT_TOPICS) as AuditTopic[];
const ACTIONS = TOPICS.flatMap(auditActionsOf);

test("every action stands under one topic, verb.object, with a sentence of its own", () => {
  expect(new Set(ACTIONS).size).toBe(ACTIONS.length);
  expect(ACTIONS).toContain("settle.period");
  for (const action of ACTIONS) expect(action).toMatch(/^[a-z]+\.[a-z_0-9]+$/);
  const sentences = ACTIONS.map(describeAuditAction);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÉ].*[^.]$/);
});

test("an action that this version does not know is told as such", () => {
  expect(describeAuditAction("toString")).toBe("Action d’une autre version de Prorata");
});
