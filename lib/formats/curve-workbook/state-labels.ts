import type { BucketState } from "@/lib/domain/explorer/down-sample-group";

/** What the origin column of a file says; a measured value needs no word. */
export const STATE_LABELS: Readonly<Record<BucketState, string | null>> = {
  measured: null,
  corrected: "corrigé (art. 5.2.3)",
  manual: "saisi à la main",
  missing: "manquant",
  outside: "hors périmètre",
};
