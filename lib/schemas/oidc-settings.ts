import * as z from "zod";

const NEEDED = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_LABEL"] as const;

const HALF = "manque : la connexion par un fournisseur d’identité est réglée à moitié. Complétez, ou videz les autres.";

const text = z.string().trim().default("");

const flag = (usual: "0" | "1") =>
  z
    .enum(["0", "1", ""])
    .default("")
    .transform((value) => (value || usual) === "1");

/** In clear only on the machine itself: codes and the client's secret travel there. */
const isIssuer = (address: string): boolean =>
  /^https:\/\/[^?#@]+$/.test(address) || /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/[^?#@]*)?$/.test(address);

const words = (value: string): string[] => value.split(/\s+/).filter((word) => word !== "");

/**
 * The OpenID Connect provider people may sign in with, as the environment says it; null when it says nothing: off.
 *
 * What ProConnect asks of a service, from its documentation « Implémentation technique »: scopes of its own, no
 * parameter it does not know, hence no PKCE (OIDC_PKCE=0), `acr_values` where a level is wanted. It never says whether
 * an address is verified; an installation that relies on its identity providers says so (OIDC_TRUSTS_EMAIL=1).
 */
export const oidcSettingsSchema = z
  .object({
    OIDC_ISSUER: text.refine((value) => value === "" || isIssuer(value), "une adresse https:// est attendue"),
    OIDC_CLIENT_ID: text,
    OIDC_CLIENT_SECRET: z.string().default(""),
    OIDC_LABEL: text,
    OIDC_SCOPES: text.refine(
      (value) => value === "" || (words(value).includes("openid") && words(value).includes("email")),
      "openid et email sont attendus, séparés par des espaces",
    ),
    OIDC_ACR_VALUES: text,
    OIDC_PKCE: flag("1"),
    OIDC_TRUSTS_EMAIL: flag("0"),
  })
  .superRefine((settings, context) => {
    const missing = NEEDED.filter((name) => settings[name] === "");
    const isStarted = settings.OIDC_SCOPES !== "" || settings.OIDC_ACR_VALUES !== "" || settings.OIDC_TRUSTS_EMAIL;
    if (missing.length === NEEDED.length && !isStarted) return;
    for (const name of missing) context.addIssue({ code: "custom", path: [name], message: HALF });
  })
  .transform((settings) =>
    settings.OIDC_ISSUER === ""
      ? null
      : {
          issuer: settings.OIDC_ISSUER,
          clientId: settings.OIDC_CLIENT_ID,
          clientSecret: settings.OIDC_CLIENT_SECRET,
          /** « Se connecter avec … ». */
          label: settings.OIDC_LABEL,
          scopes: words(settings.OIDC_SCOPES || "openid email"),
          /** Levels of authentication one of which is required; none: any. */
          acrValues: words(settings.OIDC_ACR_VALUES),
          usesPkce: settings.OIDC_PKCE,
          /** Every address it gives counts as verified, unless it says that it is not. */
          trustsEmail: settings.OIDC_TRUSTS_EMAIL,
        },
  );
