"use client";

import { MantineProvider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { theme } from "./theme";

/** Theme and colour scheme, with the style nonce that the Content-Security-Policy of this document expects. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // A refresh renders the layout again with the nonce of another request: the document keeps its first one.
  const [documentNonce] = useState(nonce);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => documentNonce ?? ""}>
      {children}
    </MantineProvider>
  );
}
