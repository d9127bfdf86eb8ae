import "@fontsource-variable/inter";
import "@mantine/core/styles.layer.css";
import "@/components/charts/energy-colors.css";
import "./globals.css";
import "./print.css";

import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { Suspense } from "react";
import { Providers } from "@/components/providers";
import { SkipLink } from "@/components/ui/skip-link";

export const metadata: Metadata = {
  title: { default: "Prorata", template: "%s · Prorata" },
  description: "L’autoconsommation collective de la commune : qui participe, ce qui est mesuré, comment c’est partagé.",
  icons: { icon: "/favicon.svg" },
  formatDetection: { telephone: false, date: false, address: false, email: false }, // a PRM is no telephone number
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1a2124" },
  ],
};

// The boundary stands above <html>: a shell rendered at build time would carry no nonce, and would not hydrate.
export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <Suspense>
      <Document>{children}</Document>
    </Suspense>
  );
}

async function Document({ children }: Pick<LayoutProps<"/">, "children">) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="fr" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <Providers nonce={nonce}>
          <SkipLink />
          {children}
        </Providers>
      </body>
    </html>
  );
}
