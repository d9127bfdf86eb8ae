import { crc32, inflateSync } from "node:zlib";

/** A picture that can be shown and printed as it is. */
export type LogoImage = { readonly format: "png" | "jpeg"; readonly widthPx: number; readonly heightPx: number };

/** A side of a logo: less is a smudge on paper, more is only weight. [px] */
export const LOGO_SIDE_PX = { least: 48, most: 2000 } as const;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHUNK_FRAME_BYTES = 12; // length, type, checksum
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }; // by colour type

/**
 * Reads what a picture is from its bytes, whatever its name says, and that all of it is there.
 *
 * PNG: chunks with their checksums, pixels that unpack to the announced size, no interlacing. JPEG: segments up to the
 * frame, baseline or progressive, 8 bits, and its end. Everything else is refused: SVG above all, which can carry scripts.
 *
 * @returns Null for anything else.
 */
export function readLogoImage(bytes: Uint8Array): LogoImage | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return content.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE) ? readPng(content) : readJpeg(content);
}

function readPng(content: Buffer): LogoImage | null {
  const packed: Buffer[] = [];
  let header: Buffer | null = null;
  for (let at = PNG_SIGNATURE.length; at + CHUNK_FRAME_BYTES <= content.length; ) {
    const size = content.readUInt32BE(at);
    const end = at + CHUNK_FRAME_BYTES + size;
    if (end > content.length || crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4)) return null;
    const type = content.toString("latin1", at + 4, at + 8);
    const data = content.subarray(at + 8, end - 4);
    if (type === "IHDR" && size === 13) header = data;
    if (type === "IDAT") packed.push(data);
    if (type === "IEND") return header && describePng(header, Buffer.concat(packed));
    at = end;
  }
  return null;
}

function describePng(header: Buffer, packed: Buffer): LogoImage | null {
  const [widthPx, heightPx] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits = 0, colourType = -1, , , interlace] = header.subarray(8);
  const channels = CHANNELS[colourType];
  if (!hasFittingSides(widthPx, heightPx) || channels === undefined || interlace !== 0) return null;
  const rowBytes = Math.ceil((widthPx * channels * bits) / 8) + 1; // each row begins with its filter
  try {
    const pixels = inflateSync(packed, { maxOutputLength: rowBytes * heightPx + 1 });
    return pixels.length === rowBytes * heightPx ? { format: "png", widthPx, heightPx } : null;
  } catch {
    return null;
  }
}

// Start of frame, baseline, extended or progressive: what every reader knows.
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const START_OF_SCAN = 0xda;

function readJpeg(content: Buffer): LogoImage | null {
  const isWhole =
    content.length > 4 && content.readUInt16BE(0) === 0xffd8 && content.includes(Buffer.from([0xff, 0xd9]));
  if (!isWhole) return null;
  for (let at = 2; at + 4 <= content.length; ) {
    const [fill, marker = 0] = content.subarray(at, at + 2);
    const size = content.readUInt16BE(at + 2);
    if (fill !== 0xff || marker === START_OF_SCAN || size < 2) return null;
    if (FRAMES.has(marker)) return describeFrame(content.subarray(at + 4, at + 2 + size));
    at += 2 + size;
  }
  return null;
}

function describeFrame(frame: Buffer): LogoImage | null {
  if (frame.length < 6) return null;
  const [bits, channels] = [frame[0], frame[5]];
  const [heightPx, widthPx] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
  const isDrawable = bits === 8 && (channels === 1 || channels === 3);
  return isDrawable && hasFittingSides(widthPx, heightPx) ? { format: "jpeg", widthPx, heightPx } : null;
}

function hasFittingSides(...sides: readonly number[]): boolean {
  return sides.every((side) => side >= LOGO_SIDE_PX.least && side <= LOGO_SIDE_PX.most);
}
