import "server-only";
import { type Health, readHealth } from "@/lib/data/health";
import { countAccounts } from "@/lib/data/instance-accounts";
import { listInstanceCollectivities } from "@/lib/data/instance-collectivities";
import type { AuthorizedInstanceId } from "@/lib/data/scope";
import { env } from "@/lib/env";
import { listHealthWarnings } from "@/lib/services/check-health";

export type InstallationSheet = {
  readonly checks: Health;
  /** Whether this process runs jobs; another one may. */
  readonly runsJobs: boolean;
  readonly isMailOn: boolean;
  /** Whether people may sign in at an OpenID Connect provider. */
  readonly isProviderOn: boolean;
  /** The application can only add to the trail. */
  readonly isTrailProtected: boolean;
  /** Requests come through a proxy that TRUSTED_PROXIES does not count: callers cannot be told apart. */
  readonly isProxyIgnored: boolean;
  readonly accounts: { readonly active: number; readonly deactivated: number };
  readonly collectivityCount: number;
  /** Nobody active administers them: their first administrator is to be invited. By name. */
  readonly withoutAdministrator: readonly { readonly id: string; readonly name: string }[];
};

/** What the administrator of the installation looks at first: what is set up, what is well, who lacks an administrator. */
export async function readInstallation(instance: AuthorizedInstanceId): Promise<InstallationSheet> {
  const [checks, warnings, accounts, collectivities] = await Promise.all([
    readHealth(),
    listHealthWarnings(),
    countAccounts(instance),
    listInstanceCollectivities(instance),
  ]);
  return {
    checks,
    runsJobs: env.RUN_JOBS,
    isMailOn: env.MAIL !== null,
    isProviderOn: env.OIDC !== null,
    isTrailProtected: !warnings.includes("AUDIT_TRAIL_NOT_PROTECTED"),
    isProxyIgnored: warnings.includes("PROXY_NOT_TRUSTED"),
    accounts,
    collectivityCount: collectivities.length,
    withoutAdministrator: collectivities
      .filter(({ adminCount }) => adminCount === 0)
      .map(({ id, name }) => ({ id, name })),
  };
}
