/** What may be handed in as the text of a referential; the whole programme is 86 files and 3 MB. */
export const REFERENTIAL_LIMITS = { requestBytes: 20_000_000, files: 500 } as const;
