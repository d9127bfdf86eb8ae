/** How long the files of an abandoned import are kept: time enough to see that it was abandoned by mistake. */
export const ABANDONED_UPLOAD_DAYS = 30;
