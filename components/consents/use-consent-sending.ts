import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendResult, sendConsent } from "./send-consent";

/** A form that sends a consent with its document: emptied once it is taken, else the cursor goes to the first wrong field. */
export function useConsentSending() {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<SendResult | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send(form: HTMLFormElement, address: string): Promise<void> {
    setIsPending(true);
    const answer = await sendConsent(address, file);
    setIsPending(false);
    setResult(answer);
    if (answer.kind === "done") {
      form.reset();
      setFile(null);
      router.refresh();
      return;
    }
    const field = form.elements.namedItem(Object.keys(answer.fieldErrors)[0] ?? "");
    if (field instanceof HTMLElement) field.focus();
  }

  const errors = result?.kind === "failed" ? result.fieldErrors : {};
  return { file, setFile, result, errors, isPending, send };
}
