"use client";

import { MantineProvider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { theme } from "./theme";

declare global {
  interface Window {
    __webpack_nonce__?: string | undefined;
  }
}

/** Theme and colour scheme, with the style nonce that the Content-Security-Policy of this document expects. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // A refresh renders the layout again with the nonce of another request: the document keeps its first one.
  const [documentNonce] = useState(nonce);
  // The lock on scrolling under a modal writes a style of its own, and looks for its nonce here.
  if (typeof window !== "undefined") window.__webpack_nonce__ = documentNonce;
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => documentNonce ?? ""}>
      {children}
    </MantineProvider>
  );
}
