const STARTS = {
  "sign-in": { path: "/api/auth/sign-in/social", callbackURL: "/", errorCallbackURL: "/connexion" },
  link: { path: "/api/auth/link-social", callbackURL: "/compte", errorCallbackURL: "/compte" },
} as const;

/**
 * Sends the browser to the single sign-on provider; false when it cannot be reached.
 *
 * By script: the policy of our pages lets no form lead to another server, redirections included.
 */
export async function startSignOn(purpose: keyof typeof STARTS): Promise<boolean> {
  const { path, ...addresses } = STARTS[purpose];
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ provider: "oidc", ...addresses }),
    });
    const { url }: { url?: unknown } = answer.ok ? await answer.json() : {};
    if (typeof url !== "string") return false;
    window.location.assign(url);
    return true;
  } catch {
    return false;
  }
}
