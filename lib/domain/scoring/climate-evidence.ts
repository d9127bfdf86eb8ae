import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What proves an action: a document that was handed in, or an address. */
export type ClimateEvidence = {
  /** The same through its changes. */
  readonly id: string;
  /** `cae_3.1.1.5.2` */
  readonly nodeId: string;
  readonly title: string;
  /** The day it was signed or speaks of; null when nobody said it. */
  readonly day: CivilDate | null;
  readonly note: string | null;
} & (
  | {
      readonly kind: "document";
      readonly fileName: string;
      /** Hexadecimal: the same document joined to two actions has the same. */
      readonly sha256: string;
      readonly sizeBytes: number;
    }
  | { readonly kind: "link"; readonly url: string }
);
