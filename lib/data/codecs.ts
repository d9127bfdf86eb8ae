import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";

/** Prisma reads and writes a SQL `date` as midnight UTC. */
export const toDbDate = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);
export const fromDbDate = (date: Date): CivilDate => civilDate(date.toISOString().slice(0, 10));

// Typed arrays use the byte order of the host: little-endian wherever Node runs today.
export function encodeFloat64(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

// Copied into a fresh buffer: the driver's may start at an odd offset, and a Buffer's slice() is a view.
export function decodeFloat64(bytes: Uint8Array): Float64Array {
  return new Float64Array(new Uint8Array(bytes).buffer);
}

export function encodeInt32(values: Int32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

export function decodeInt32(bytes: Uint8Array): Int32Array {
  return new Int32Array(new Uint8Array(bytes).buffer);
}
