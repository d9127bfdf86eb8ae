export type MeasureImportJob = { readonly operationId: string; readonly importId: string };

export type SettlementQueueJob = { readonly operationId: string; readonly jobId: string };

export type AnnouncementJob = { readonly operationId: string; readonly keyId: string };

export type ComparisonJob = { readonly operationId: string };

export type DsoRequestJob = MeasureImportJob & {
  /** Waits in a row, without any answer in between. */
  readonly tries: number;
};

export type AccountMailJob = {
  readonly linkId: string;
  /** The link itself, or word to the former address that another one was asked for. */
  readonly message: "link" | "notice";
};

/** What a process does with the jobs that are its turn. */
export type QueueWork<T> = {
  readonly run: (job: T) => Promise<void>;
  /** After the last try, however it ended. */
  readonly giveUp: (job: T) => Promise<void>;
};
