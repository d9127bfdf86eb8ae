import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { CivilDate } from "@/lib/domain/time/civil-date";

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const TRAILER = Buffer.from([0xff, 0xff]);
const PG_EPOCH_MS = Date.UTC(2000, 0, 1);
const BUFFER_BYTES = 64 * 1024;
// Leaves room for the row that crosses it: a day of 5-minute values twice is 5 kB.
const CHUNK_BYTES = BUFFER_BYTES - 8 * 1024;

/**
 * Writes one row after the other in PostgreSQL's binary COPY format.
 *
 * Binary because curves are bytes: as text every value would be written in
 * hexadecimal, twice the size, and parsed again by the server.
 *
 * @see PostgreSQL, COPY, "Binary Format".
 */
export class BinaryRowWriter {
  #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #length = 0;
  // The same few ids and days stand in every row.
  readonly #uuids = new Map<string, Buffer>();
  readonly #dates = new Map<CivilDate, number>();

  startRow(fieldCount: number): void {
    this.#reserve(2);
    this.#length = this.#buffer.writeInt16BE(fieldCount, this.#length);
  }

  null(): void {
    this.#reserve(4);
    this.#length = this.#buffer.writeInt32BE(-1, this.#length);
  }

  uuid(value: string): void {
    let bytes = this.#uuids.get(value);
    if (!bytes) {
      bytes = Buffer.from(value.replaceAll("-", ""), "hex");
      this.#uuids.set(value, bytes);
    }
    this.bytes(bytes);
  }

  /** Also the format of an enum value. */
  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.#field(size);
    this.#length += this.#buffer.write(value, this.#length);
  }

  int2(value: number): void {
    this.#field(2);
    this.#length = this.#buffer.writeInt16BE(value, this.#length);
  }

  int4(value: number): void {
    this.#field(4);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
  }

  float8(value: number): void {
    this.#field(8);
    this.#length = this.#buffer.writeDoubleBE(value, this.#length);
  }

  date(day: CivilDate): void {
    let days = this.#dates.get(day);
    if (days === undefined) {
      days = (Date.parse(`${day}T00:00:00Z`) - PG_EPOCH_MS) / 86_400_000;
      this.#dates.set(day, days);
    }
    this.int4(days);
  }

  bytes(value: Uint8Array): void {
    this.#field(value.byteLength);
    this.#buffer.set(value, this.#length);
    this.#length += value.byteLength;
  }

  get pendingBytes(): number {
    return this.#length;
  }

  /** The bytes written so far, which the writer then forgets. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#length);
    this.#buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    this.#length = 0;
    return taken;
  }

  #field(size: number): void {
    this.#reserve(4 + size);
    this.#length = this.#buffer.writeInt32BE(size, this.#length);
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + size));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}

/**
 * Streams rows into a table inside the caller's transaction.
 *
 * @param target - Table and columns, e.g. `"settlement_run_pair" (operation_id, …)`; a constant of the program.
 * @returns Number of rows.
 */
export async function copyRows<Row>(
  client: PoolClient,
  target: string,
  rows: Iterable<Row>,
  writeRow: (writer: BinaryRowWriter, row: Row) => void,
): Promise<number> {
  const writer = new BinaryRowWriter();
  let count = 0;
  function* chunks(): Generator<Buffer> {
    yield SIGNATURE;
    for (const row of rows) {
      writeRow(writer, row);
      count += 1;
      if (writer.pendingBytes >= CHUNK_BYTES) yield writer.take();
    }
    yield writer.take();
    yield TRAILER;
  }
  await pipeline(
    Readable.from(chunks(), { highWaterMark: 1 }),
    client.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT binary)`)),
  );
  return count;
}
