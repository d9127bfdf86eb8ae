import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLogoImage } from "@/lib/formats/image/read-logo-image";
import { testPng } from "../../../support/test-logo";

const JPEG_HEAD = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]);
const JPEG_TAIL = Buffer.from([0xff, 0xda, 0, 4, 0, 0, 1, 2, 0xff, 0xd9]);

function jpeg(marker: number, width: number, height: number, { bits = 8, channels = 3 } = {}): Buffer {
  const frame = Buffer.alloc(10 + channels * 3);
  frame.set([0xff, marker]);
  frame.writeUInt16BE(8 + channels * 3, 2);
  frame[4] = bits;
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  frame[9] = channels;
  return Buffer.concat([JPEG_HEAD, frame, JPEG_TAIL]);
}

describe("a logo", () => {
  test.for([
    ["a PNG", testPng(100, 60), { format: "png", widthPx: 100, heightPx: 60 }],
    ["the smallest and the largest side", testPng(48, 2000), { format: "png", widthPx: 48, heightPx: 2000 }],
    ["a baseline JPEG", jpeg(0xc0, 300, 200), { format: "jpeg", widthPx: 300, heightPx: 200 }],
    [
      "a progressive JPEG, in grey",
      jpeg(0xc2, 300, 200, { channels: 1 }),
      { format: "jpeg", widthPx: 300, heightPx: 200 },
    ],
  ] as const)("is %s", ([, bytes, image]) => {
    expect(readLogoImage(bytes)).toEqual(image);
  });

  test.for([
    ["a drawing with scripts", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["nothing", Buffer.alloc(0)],
    ["a page that begins like a PNG", Buffer.concat([testPng(100, 60).subarray(0, 8), Buffer.from("<html>")])],
    ["a PNG too small", testPng(47, 60)],
    ["a PNG too large", testPng(2001, 60)],
    ["an interlaced PNG", testPng(100, 60, { interlace: 1 })],
    ["a PNG cut short", testPng(100, 60).subarray(0, -20)],
    ["a PNG whose pixels are fewer than announced", testPng(100, 60, { rows: 59 })],
    ["a PNG whose pixels are more than announced", testPng(100, 60, { rows: 4000 })],
    ["a JPEG too large", jpeg(0xc0, 2001, 200)],
    ["a JPEG in four inks", jpeg(0xc0, 300, 200, { channels: 4 })],
    ["a lossless JPEG", jpeg(0xc3, 300, 200)],
    ["a JPEG without its end", jpeg(0xc0, 300, 200).subarray(0, -4)],
  ] as const)("is not %s", ([, bytes]) => {
    expect(readLogoImage(bytes)).toBeNull();
  });

  test("is not a PNG whose pixels do not unpack, checksum right or wrong", () => {
    const damaged = Buffer.from(testPng(100, 60));
    damaged[60] = (damaged[60] ?? 0) ^ 0xff;
    expect(readLogoImage(damaged)).toBeNull();
    const at = damaged.indexOf("IDAT") - 4;
    const end = at + 12 + damaged.readUInt32BE(at);
    damaged.writeUInt32BE(crc32(damaged.subarray(at + 4, end - 4)), end - 4);
    expect(readLogoImage(damaged)).toBeNull();
  });

  test("is never anything that throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(0, 8), (bytes, kept) => {
        const head = kept === 8 ? testPng(100, 60).subarray(0, 8) : JPEG_HEAD.subarray(0, 2);
        expect(() => readLogoImage(Buffer.concat([head, bytes, deflateSync(bytes)]))).not.toThrow();
      }),
    );
  });
});
