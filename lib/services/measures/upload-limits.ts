const MEGABYTE = 1_000_000;

/** What an upload of measures may weigh. A year of half-hours of one PRM is 0.3 MB. */
export const UPLOAD_LIMITS = {
  /** All files of one request, as sent. [B] */
  requestBytes: 100 * MEGABYTE,
  /** One file, unpacked. [B] */
  fileBytes: 50 * MEGABYTE,
  /** All files of one archive, unpacked. [B] */
  unpackedBytes: 500 * MEGABYTE,
  files: 2_000,
  entries: 20_000,
} as const;

/** Above this, unpacked, the import runs as a job, so that the request does not wait. [B] */
export const INLINE_BYTES = 16 * MEGABYTE;
