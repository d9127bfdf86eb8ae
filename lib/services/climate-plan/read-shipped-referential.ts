import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Referential } from "@/lib/domain/scoring/referential";
import { readReferential } from "@/lib/formats/referential/read-referential";

/** What the product knows of the referential before anybody imports the official text. */
const FILES = ["3.1.1.md"];
const FOLDER = path.join(process.cwd(), "lib/content/referential");

let read: Promise<Referential> | null = null;

/** The referential shipped with the product, measure 3.1.1 alone; read once a process. */
export function readShippedReferential(): Promise<Referential> {
  read ??= readFiles();
  return read;
}

async function readFiles(): Promise<Referential> {
  const files = await Promise.all(
    FILES.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(path.join(FOLDER, name))) })),
  );
  const { referential, errorCount } = readReferential(files, { id: "cae", measureDepth: 3 });
  if (!referential || errorCount > 0) throw new Error("the shipped referential cannot be read");
  return referential;
}
