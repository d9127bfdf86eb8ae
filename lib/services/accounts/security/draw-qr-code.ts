import { encode } from "uqr";

/** A QR code to be drawn as one SVG path: no style, no picture to load. */
export type QrCode = {
  /** Squares along one side, quiet zone included. */
  readonly size: number;
  /** Of the dark squares. */
  readonly path: string;
};

const QUIET_ZONE = 4; // squares on each side: ISO/IEC 18004, 5.3.8

export function drawQrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join("") };
}
