import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";

const IS_DEVELOPMENT = process.env.NODE_ENV === "development";
// The one other server a page may show anything of, when an installation asks for it.
const TILES_ORIGIN = env.MAP_TILES_URL && ` ${new URL(env.MAP_TILES_URL.replaceAll(/[{}]/g, "")).origin}`;

/**
 * Gives every document a Content-Security-Policy with a fresh nonce, and the other security headers.
 *
 * Not an authorisation layer: lib/server proves access, where the data is read.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);

  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("x-nonce", nonce); // for the root layout
  requestHeaders.set("x-prorata-path", `${request.nextUrl.pathname}${request.nextUrl.search}`); // back after signing in
  requestHeaders.set("content-security-policy", policy); // Next reads the nonce of its own scripts here

  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  // The address of such a page is a secret: it is told to nobody, and kept nowhere.
  const isSecret = request.nextUrl.pathname.startsWith("/lien/");
  response.headers.set("referrer-policy", isSecret ? "no-referrer" : "strict-origin-when-cross-origin");
  if (isSecret) response.headers.set("cache-control", "private, no-store");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("x-frame-options", "DENY"); // for browsers that do not know frame-ancestors
  if (isHttps(request)) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

// Everything but the API and the signed form (a body that goes through here is cut at 10 MB) and the static files.
export const config = {
  matcher: [
    "/((?!api/|mon-espace/[^/]+/formulaire$|_next/static/|_next/image|favicon\\.svg|.*\\.(?:svg|png|jpg|ico|webp|woff2|txt|xml)$).*)",
  ],
};

function contentSecurityPolicy(nonce: string): string {
  // React's development build explains errors with eval; the dev overlay brings inline styles of its own.
  const developmentEval = IS_DEVELOPMENT ? " 'unsafe-eval'" : "";
  const styles = IS_DEVELOPMENT ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developmentEval}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'", // positions of tooltips and menus: attributes cannot carry a nonce
    `img-src 'self' data: blob:${TILES_ORIGIN}`, // blob: a chart on its way to PNG
    "font-src 'self'",
    `connect-src 'self'${IS_DEVELOPMENT ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}
