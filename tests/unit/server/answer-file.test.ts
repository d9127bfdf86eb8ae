import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { signedDocumentType } from "@/lib/domain/consents/signed-document-type";
import { evidenceDocumentType } from "@/lib/formats/evidence/evidence-document-type";
import { answerFile } from "@/lib/server/answer-file";
import { testPng } from "../../support/test-logo";

const SCRIPT = "<script>alert(document.domain)</script>";
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`;
const PNG = testPng(64, 64).toString("latin1");

/** What somebody might hand in so that it runs on the machine of whoever opens it. */
const HOSTILE = {
  "an HTML page": HTML,
  "an HTML page behind spaces": `\r\n  ${HTML}`,
  "an SVG": SVG,
  "an SVG behind an XML declaration": `<?xml version="1.0"?>${SVG}`,
  "a PNG with a page after its end": PNG + HTML,
  "a page with a PNG after its end": HTML + PNG,
  "a PDF with a page after its end": `%PDF-1.4\n%%EOF\n${HTML}`,
  "a JPEG with a page in its middle": `\xff\xd8\xff${HTML}\xff\xd9`,
};

const ACCEPTED = "pdf png jpg jpeg docx xlsx pptx odt ods odp csv txt".split(" ");
const OTHERS = "html htm svg xml xhtml js mjs swf php hta".split(" ");

const HARMLESS = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "text/plain",
  "text/plain; charset=utf-8",
  "text/csv",
  "text/csv; charset=utf-8",
]);

describe("what somebody hands in", () => {
  const cases = Object.entries(HOSTILE).flatMap(([what, bytes]) =>
    [...ACCEPTED, ...OTHERS].map((extension) => ({ what, bytes, extension })),
  );
  test.for(cases)("$what named .$extension is refused, or leaves as what no browser runs", ({ bytes, extension }) => {
    const content = Uint8Array.from(Buffer.from(bytes, "latin1"));
    for (const recognize of [signedDocumentType, evidenceDocumentType]) {
      const type = recognize(`page.${extension}`, content);
      if (type === null) continue;
      expect(OTHERS).not.toContain(extension);
      expect(HARMLESS).toContain(type);
      expectHarmless(answerFile({ name: `page.${extension}`, type, content }));
    }
  });

  test("an image is what its bytes say, whatever it is called", () => {
    const png = Uint8Array.from(Buffer.from(PNG, "latin1"));
    expect(signedDocumentType("plan.png", png)).toBe("image/png");
    expect(signedDocumentType("plan.jpg", png)).toBeNull();
  });
});

function expectHarmless(answer: Response): void {
  const said = (name: string) => answer.headers.get(name) ?? "";
  expect(said("content-disposition")).toMatch(/^attachment; filename/);
  expect(said("x-content-type-options")).toBe("nosniff");
  expect(said("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(said("content-type")).not.toMatch(/html|svg|xml;|javascript/);
}

describe("a file as an answer", () => {
  test.for(["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "text/javascript", "", "?"])(
    "a stored type %j goes as bytes nobody looks into",
    (type) => {
      const answer = answerFile({ name: "a", type, content: "x" });
      expect(answer.headers.get("content-type")).toBe("application/octet-stream");
      expectHarmless(answer);
    },
  );

  test.for([
    ["ACC00000001_20261122_ANNEXE 2.xlsx", 'attachment; filename="ACC00000001_20261122_ANNEXE 2.xlsx"'],
    ["accord signé.pdf", "attachment; filename*=UTF-8''accord%20sign%C3%A9.pdf"],
    ['a"; filename="b.html', "attachment; filename*=UTF-8''a%22%3B%20filename%3D%22b.html"],
    ["a\r\nset-cookie: x=y", "attachment; filename*=UTF-8''a%0D%0Aset-cookie%3A%20x%3Dy"],
  ] as const)("the name %j adds nothing to its header", ([name, expected]) => {
    expect(answerFile({ name, type: "text/plain", content: "" }).headers.get("content-disposition")).toBe(expected);
  });

  test("what is said besides never takes a protection away", () => {
    const headers = { "content-security-policy": "script-src *", "content-type": "text/html", etag: '"1"' };
    const answer = answerFile({ name: "a.csv", type: "text/csv", content: "" }, headers);
    expectHarmless(answer);
    expect(answer.headers.get("etag")).toBe('"1"');
  });
});

/** Answers that hold nothing anybody handed in; everything else leaves through `answerFile`. */
const MAKES_ITS_OWN_ANSWER: Readonly<Record<string, string>> = {
  "lib/server/answer-file.ts": "the way itself",
  "lib/server/json-stream.ts": "JSON of ours",
  "lib/server/answer-sign-on.ts": "a redirection",
  "app/.well-known/security.txt/route.ts": "plain text of our settings",
  "lib/server/know-signed-in-browser.ts": "an answer of the library's, with a cookie",
  "lib/server/answer-published-months.ts": "304 without a body",
  "app/api/v1/calendar/[token]/route.ts": "304 without a body",
  "app/api/v1/operations/[acc]/metering-points/[prm]/series/answer-measured-series.ts": "304 without a body",
  "app/api/v1/collectivities/[collectivity]/logo/route.ts": "an image shown in pages, drawn from bytes read as one",
};

test("every route that gives bytes back goes that way: a new answer of one's own fails here", () => {
  const sources = ["app", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(folder, name)),
  );
  const own = sources
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("lib/generated/"))
    .filter((name) => /new (?:Next)?Response\(|\.blob\(\)\)|dangerouslySetInnerHTML/.test(readFileSync(name, "utf8")));
  expect(own.filter((name) => !(name in MAKES_ITS_OWN_ANSWER))).toEqual([]);
  for (const name of Object.keys(MAKES_ITS_OWN_ANSWER).filter((each) =>
    MAKES_ITS_OWN_ANSWER[each]?.startsWith("304"),
  )) {
    const answers = readFileSync(name, "utf8").match(/new Response\([^)]*\)/g);
    expect(answers?.every((answer) => answer.startsWith("new Response(null, { status: 304"))).toBe(true);
  }
});
