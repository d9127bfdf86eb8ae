export type MeasureImportJob = { readonly operationId: string; readonly importId: string };

export type SettlementQueueJob = { readonly operationId: string; readonly jobId: string };

export type AnnouncementJob = { readonly operationId: string; readonly keyId: string };

export type ComparisonJob = { readonly operationId: string };

export type DsoRequestJob = MeasureImportJob & {
  /** Waits in a row, without any answer in between. */
  readonly tries: number;
};
