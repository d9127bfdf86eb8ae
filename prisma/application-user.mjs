import { grantPrivileges, handOverQueue, listChangeableTables } from "./application-privileges.mjs";
import { connectToDatabase, DatabaseRefusal } from "./connect-to-database.mjs";

const REFUSED = "42501";
const EXISTS = new Set(["42710", "23505"]); // made by another deployment at the same moment
const WRONG_PASSWORD = "28P01";

/**
 * Makes the application's own user where the server lacks it, gives him what he needs, and proves both: he gets in, and
 * what is append-only he cannot change. Done again, it changes nothing.
 *
 * @param {import("pg").Client} client of the owner
 * @param {string} applicationUrl
 */
export async function prepareApplicationUser(client, applicationUrl) {
  const { role, password } = loginOf(applicationUrl);
  await ensureLogin(client, role, password);
  await handOverQueue(client, role);
  await grantPrivileges(client, role);
  const changeable = await listChangeableTables(client, role);
  if (changeable.length > 0) {
    throw new DatabaseRefusal(
      `L’utilisateur « ${role} » de DATABASE_URL peut changer ${changeable.join(", ")} : ` +
        "il possède la base ou son schéma, peut créer des utilisateurs, ou appartient à un rôle qui le peut. " +
        "Donnez un utilisateur qui ne sert qu’à l’application.",
    );
  }
  await assertGetsIn(client, applicationUrl, role, password);
}

/**
 * @param {string} url
 * @returns {{ role: string, password: string }}
 */
export function loginOf(url) {
  const { username, password } = new URL(url);
  if (!username)
    throw new DatabaseRefusal("L’adresse d’une base de données nomme son utilisateur : postgresql://nom:…@…");
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
}

async function ensureLogin(client, role, password) {
  const user = client.escapeIdentifier(role);
  const { rows } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (rows.length === 0) {
    await orExplain(role, () =>
      client.query(
        `CREATE ROLE ${user} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
      ),
    ).catch((error) => {
      if (!EXISTS.has(error.code)) throw error;
    });
  }
  // Only who may become a user gives him a schema; the other way round nobody may.
  const own = await client.query("SELECT pg_has_role(current_user, $1, 'MEMBER') AS may", [role]);
  if (!own.rows[0].may) await orExplain(role, () => client.query(`GRANT ${user} TO CURRENT_USER`));
}

/** What lacks is known by trying: servers differ in how they let users in. */
async function assertGetsIn(client, applicationUrl, role, password) {
  const attempt = async () => {
    const application = await connectToDatabase(applicationUrl);
    try {
      await application.query("SELECT FROM _prisma_migrations LIMIT 1");
    } finally {
      await application.end();
    }
  };
  try {
    await attempt();
  } catch (error) {
    if (error.cause?.code !== WRONG_PASSWORD) throw error;
    const text = `ALTER ROLE ${client.escapeIdentifier(role)} PASSWORD ${client.escapeLiteral(password)}`;
    await orExplain(role, () => client.query(text)); // the address has a new one
    await attempt();
  }
}

async function orExplain(role, work) {
  try {
    return await work();
  } catch (error) {
    if (error.code !== REFUSED) throw error;
    throw new DatabaseRefusal(
      `L’utilisateur de DATABASE_OWNER_URL ne peut pas créer celui de l’application. Un administrateur du serveur le fait :
  CREATE ROLE "${role}" LOGIN PASSWORD '…';
  GRANT "${role}" TO <utilisateur de DATABASE_OWNER_URL>;`,
    );
  }
}
