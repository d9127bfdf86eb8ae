import "server-only";
import { formatBytes } from "@/lib/format/format-bytes";
import { formatQuantity } from "@/lib/format/format-number";
import { baseName } from "@/lib/formats/base-name";
import { recognizeFile } from "@/lib/formats/recognize-file";
import { UPLOAD_LIMITS } from "@/lib/services/measures/upload-limits";
import { dispositionFieldName, dispositionFileName } from "./content-disposition";
import { HttpError } from "./http";
import { readBody } from "./read-body";
import { type MultipartPart, splitMultipart } from "./split-multipart";

export type Upload = { readonly name: string; readonly bytes: Uint8Array };

/** What may be sent, and how much of it. */
export type UploadRules = {
  /** Media types of a body that is a file. */
  readonly rawTypes: ReadonlySet<string>;
  /** All files of one request. [B] */
  readonly requestBytes: number;
  /** One file. [B] */
  readonly fileBytes: number;
  readonly files: number;
};

const MEASURE_FILES: UploadRules = {
  ...UPLOAD_LIMITS,
  rawTypes: new Set([
    "text/csv",
    "text/plain",
    "application/zip",
    "application/x-zip-compressed",
    "application/octet-stream",
  ]),
};

/**
 * The files of a request: those of a form, whatever their fields are called, or the body itself, whose name is in
 * `Content-Disposition` or in `?name=`.
 *
 * @throws {HttpError} 413 BODY_TOO_LARGE, FILE_TOO_LARGE or TOO_MANY_FILES; 415 UNSUPPORTED_MEDIA_TYPE;
 *   400 NO_FILE, MISSING_FILE_NAME, MALFORMED_MULTIPART or INCOMPLETE_BODY.
 */
export async function readUploads(request: Request, rules: UploadRules = MEASURE_FILES): Promise<readonly Upload[]> {
  return (await readUploadForm(request, rules)).uploads;
}

/** Files with what a form says beside them. */
export type UploadForm = {
  readonly uploads: readonly Upload[];
  /** By name; none when the body itself is the file. */
  readonly fields: Readonly<Record<string, string>>;
};

/** The same with the other fields of the form; throws as {@link readUploads} does. */
export async function readUploadForm(request: Request, rules: UploadRules): Promise<UploadForm> {
  const contentType = request.headers.get("content-type") ?? "";
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const isForm = mediaType === "multipart/form-data";
  if (!isForm && !rules.rawTypes.has(mediaType)) throw new HttpError(415, "UNSUPPORTED_MEDIA_TYPE");
  const name = isForm ? null : rawFileName(request);
  const body = await readBody(request, rules.requestBytes);
  const form =
    name === null ? readForm(body, contentType, rules.files) : { uploads: [{ name, bytes: body }], fields: {} };
  const { uploads } = form;
  if (uploads.every(({ bytes }) => bytes.byteLength === 0)) throw new HttpError(400, "NO_FILE");
  for (const upload of uploads) assertFileSize(upload, rules.fileBytes);
  return form;
}

function readForm(body: Buffer, contentType: string, maxFiles: number): UploadForm {
  const [, quoted, token] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? token;
  if (boundary === undefined) throw new HttpError(400, "MALFORMED_MULTIPART");
  const uploads: Upload[] = [];
  const fields: [string, string][] = [];
  for (const part of splitMultipart(body, boundary)) {
    if (part === "malformed") throw new HttpError(400, "MALFORMED_MULTIPART");
    const { name, field } = readDisposition(part);
    if (field !== null) fields.push([field, part.bytes.toString("utf8")]);
    if (!name) continue; // a field that is no file, or a file input left empty
    uploads.push({ name: baseName(name), bytes: part.bytes });
    if (uploads.length > maxFiles) {
      throw new HttpError(413, "TOO_MANY_FILES", {
        limit: `${formatQuantity(maxFiles, maxFiles === 1 ? "fichier" : "fichiers")} par envoi`,
      });
    }
  }
  return { uploads, fields: Object.fromEntries(fields) };
}

/** What a part is: a file by its name, or a field by its own. */
function readDisposition({ headers }: MultipartPart) {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? "";
  const name = dispositionFileName(disposition);
  return { name, field: name === null ? dispositionFieldName(disposition) : null };
}

function rawFileName(request: Request): string {
  const header = request.headers.get("content-disposition");
  const name = new URL(request.url).searchParams.get("name") ?? (header && dispositionFileName(asUtf8(header)));
  if (!name) throw new HttpError(400, "MISSING_FILE_NAME");
  return baseName(name);
}

// HTTP hands headers over byte by byte; people write accents in them as UTF-8.
function asUtf8(header: string): string {
  const text = Buffer.from(header, "latin1").toString("utf8");
  return text.includes("\ufffd") ? header : text;
}

// What an archive unpacks to is limited where it is unpacked.
function assertFileSize({ name, bytes }: Upload, maxBytes: number): void {
  if (bytes.byteLength <= maxBytes || recognizeFile(name, bytes).kind === "archive") return;
  throw new HttpError(413, "FILE_TOO_LARGE", {
    file: name,
    limit: `${formatBytes(maxBytes)} par fichier`,
  });
}
