// Every file empties its database: the one of its worker, of those that lib/cli/test-steps.mjs made.
const databases = process.env.INTEGRATION_DATABASE_URLS?.split(" ") ?? [];
process.env.DATABASE_URL = databases[Number(process.env.VITEST_POOL_ID) - 1];
