// Every file empties its database: the one of its worker, of those that lib/cli/test-steps.mjs made.
// The application's own user is who the code under test is; the owner empties, and does what no screen does.
const addressOf = (list: string | undefined) => list?.split(" ")[Number(process.env.VITEST_POOL_ID) - 1];
process.env.DATABASE_URL = addressOf(process.env.INTEGRATION_DATABASE_URLS);
process.env.TEST_DATABASE_OWNER_URL = addressOf(process.env.INTEGRATION_OWNER_URLS);
