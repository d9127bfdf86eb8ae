import { expect, test } from "vitest";
import { GLOSSARY } from "@/lib/content/glossary/glossary";

const ENTRIES = Object.entries(GLOSSARY);

test.for(ENTRIES)("%s: what it refers to exists, and it is said in sentences", ([key, { term, plain, see = [] }]) => {
  for (const other of see) expect(GLOSSARY).toHaveProperty(other);
  expect(see).not.toContain(key);
  expect(plain).toMatch(/^[A-ZÀ-Ý].*\.$/s);
  expect(plain.startsWith(`${term} `), "a definition does not start with its own word").toBe(false);
});

test("a key is an address, and no term stands twice", () => {
  for (const [key] of ENTRIES) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const terms = ENTRIES.map(([, { term }]) => term);
  expect(new Set(terms).size).toBe(terms.length);
});
