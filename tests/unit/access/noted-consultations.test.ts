import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listEntrances } from "../../support/access/list-entrances";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Addresses that name a person, his meter, or a document of his. One's own space is no consultation. */
const OF_A_PERSON =
  /\/(\[participant\]|\[prm\]|participants\/\[id\]|consents\/\[id\]\/document|correspondence-documents\/\[id\]|\[reclamation\]|complaints\/\[id\]|\[id\]\/letters?$|convention\/letters|consents\/proof)/;

const entrances = listEntrances(ROOT).filter(
  ({ name }) => /^(PAGE|GET) /.test(name) && OF_A_PERSON.test(name) && !name.includes("/mon-espace/"),
);

test("addresses that name a person are known", () => {
  expect(entrances.length).toBeGreaterThan(8);
});

test.for(entrances)("$name says who looked at it", ({ file }) => {
  expect(readFileSync(path.join(ROOT, file), "utf8")).toMatch(
    /await noteConsultation\(operation, |return answerLetter\(request, params, /,
  );
});
