"use client";

import { useEffect, useState } from "react";
import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";

/** Long enough for a share to be typed whole. [ms] */
const PAUSE_MS = 250;

const UNREACHABLE = "Le serveur ne répond pas : l’aperçu sera refait à la prochaine modification.";

export type KeyPreviewState = {
  /** The last answer, kept while the next one is awaited. */
  readonly preview: CoefficientPreview | null;
  readonly isBusy: boolean;
  /** Why the last trial was refused. */
  readonly refusal: string | null;
};

/**
 * What a key would have given, asked again after each change once the person pauses.
 *
 * @param address - The operation's slug or ACC number.
 * @param body - The key to try, as the API takes it; null while it cannot be tried, and the last answer stays.
 */
export function useKeyPreview(address: string, body: string | null): KeyPreviewState {
  const [answer, setAnswer] = useState<Omit<KeyPreviewState, "isBusy">>({ preview: null, refusal: null });
  const [answered, setAnswered] = useState<string | null>(null);

  useEffect(() => {
    if (body === null) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const next = await askPreview(address, body, abort.signal);
      if (abort.signal.aborted) return;
      setAnswer(({ preview }) => ({ preview, ...next }));
      setAnswered(body);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, body]);

  return { ...answer, isBusy: body !== null && body !== answered };
}

async function askPreview(
  address: string,
  body: string,
  signal: AbortSignal,
): Promise<{ readonly preview?: CoefficientPreview; readonly refusal: string | null }> {
  try {
    const response = await fetch(`/api/v1/operations/${address}/coefficients/preview`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal,
    });
    const answer: unknown = await response.json();
    if (response.ok) return { preview: (answer as { preview: CoefficientPreview }).preview, refusal: null };
    const { apiErrorSchema } = await import("@/lib/schemas/api/api-error");
    return { refusal: apiErrorSchema.safeParse(answer).data?.error.message ?? UNREACHABLE };
  } catch {
    return { refusal: UNREACHABLE };
  }
}
