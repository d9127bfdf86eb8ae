// Each worker has a database of its own, of those that lib/cli/test-steps.mjs made; its files share it one after the other, and
// find there what the former ones left. The application's own user is who the code under test is; the owner does what no screen does.
const addressOf = (list: string | undefined) => list?.split(" ")[Number(process.env.VITEST_POOL_ID) - 1];
process.env.DATABASE_URL = addressOf(process.env.INTEGRATION_DATABASE_URLS);
process.env.TEST_DATABASE_OWNER_URL = addressOf(process.env.INTEGRATION_OWNER_URLS);
