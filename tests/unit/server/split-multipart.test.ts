import fc from "fast-check";
import { expect, test } from "vitest";
import { splitMultipart } from "@/lib/server/split-multipart";

const split = (body: string, boundary = "b") =>
  [...splitMultipart(Buffer.from(body, "latin1"), boundary)].map((part) =>
    part === "malformed" ? part : { headers: part.headers.trim(), content: part.bytes.toString("latin1") },
  );

test.for<[string, string, ReturnType<typeof split>]>([
  [
    "two parts",
    "--b\r\nh: 1\r\n\r\none\r\n--b\r\nh: 2\r\n\r\ntwo\r\n--b--\r\n",
    [part("h: 1", "one"), part("h: 2", "two")],
  ],
  ["no part", "--b--\r\n", []],
  ["text around", "hello\r\n--b\r\nh: 1\r\n\r\none\r\n--b--\r\nbye", [part("h: 1", "one")]],
  ["a line end before the first delimiter", "\r\n--b\r\nh: 1\r\n\r\none\r\n--b--", [part("h: 1", "one")]],
  ["spaces after a delimiter", "--b \t\r\nh: 1\r\n\r\none\r\n--b--", [part("h: 1", "one")]],
  ["no headers", "--b\r\n\r\none\r\n--b--", [part("", "one")]],
  ["no content", "--b\r\nh: 1\r\n\r\n\r\n--b--", [part("h: 1", "")]],
  [
    "content that looks like a delimiter",
    "--b\r\nh: 1\r\n\r\na\r\n--bc\r\n--\r\n--b--",
    [part("h: 1", "a\r\n--bc\r\n--")],
  ],
  ["line ends at both ends", "--b\r\nh: 1\r\n\r\n\r\na\r\n\r\n--b--", [part("h: 1", "\r\na\r\n")]],
  ["an end that is cut off", "--b\r\nh: 1\r\n\r\none\r\n--b", ["malformed"]],
  ["a part that is cut off", "--b\r\nh: 1\r\n\r\none", ["malformed"]],
  ["headers that are cut off", "--b\r\nh: 1\r\n", ["malformed"]],
  ["a good part before a bad one", "--b\r\nh: 1\r\n\r\none\r\n--b\r\nh", [part("h: 1", "one"), "malformed"]],
  ["headers without end", `--b\r\nh: ${"x".repeat(20_000)}\r\n\r\none\r\n--b--`, ["malformed"]],
  ["nothing", "", ["malformed"]],
  ["another boundary", "--c\r\nh: 1\r\n\r\none\r\n--c--", ["malformed"]],
])("%s", ([, body, expected]) => {
  expect(split(body)).toEqual(expected);
});

function part(headers: string, content: string) {
  return { headers, content };
}

test("reads what the platform writes, whatever the bytes", async () => {
  const file = fc.uint8Array({ maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), async (files) => {
      const form = new FormData();
      for (const bytes of files) form.append("f", new Blob([Uint8Array.from(bytes)]), 'é "1".csv');
      const sent = new Response(form);
      const boundary = sent.headers.get("content-type")?.split("boundary=")[1] ?? "";
      const body = Buffer.from(await sent.arrayBuffer());
      const parts = [...splitMultipart(body, boundary)];
      expect(parts.map((each) => each !== "malformed" && Uint8Array.from(each.bytes))).toEqual(
        files.map((bytes) => Uint8Array.from(bytes)),
      );
    }),
  );
});

test("takes no copy of the files", () => {
  const body = Buffer.from("--b\r\nh: 1\r\n\r\none\r\n--b--");
  const [first] = splitMultipart(body, "b");
  expect(first !== "malformed" && first?.bytes.buffer).toBe(body.buffer);
});
