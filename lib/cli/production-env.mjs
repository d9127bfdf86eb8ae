import { CommandError } from "./command-error.mjs";

const SECRET_MIN_LENGTH = 32;

/** What the operator's interface needs: all of them, or none. */
const DSO_API = [
  "DSO_API_URL",
  "DSO_API_CLIENT_ID",
  "DSO_API_CLIENT_SECRET",
  "DSO_API_CONSUMER_PATH",
  "DSO_API_DATE_FORMAT",
];

/**
 * Names everything that is missing at once, not one variable per attempt.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function assertProductionEnv(env) {
  const problems = [
    databaseProblem(env.DATABASE_URL),
    env.DATABASE_OWNER_URL ? addressProblemOf("DATABASE_OWNER_URL", env.DATABASE_OWNER_URL) : null,
    secretProblem(env.AUTH_SECRET),
    addressProblem(env.APP_URL),
    dsoApiProblem(env),
  ];
  const found = problems.filter((problem) => problem !== null);
  if (found.length === 0) return;
  throw new CommandError(
    `Prorata ne démarre pas en production sans ces réglages :\n${found.map((problem) => `  - ${problem}`).join("\n")}`,
  );
}

function databaseProblem(value) {
  if (!value) return "DATABASE_URL manque : l’adresse d’un PostgreSQL 15 ou plus récent (postgresql://…)";
  return addressProblemOf("DATABASE_URL", value);
}

function addressProblemOf(name, value) {
  return /^postgres(ql)?:\/\//.test(value) ? null : `${name} n’est pas une adresse PostgreSQL (postgresql://…)`;
}

function secretProblem(value) {
  if (!value) return "AUTH_SECRET manque : le secret des sessions (à produire avec `openssl rand -hex 32`)";
  if (value.length >= SECRET_MIN_LENGTH) return null;
  return `AUTH_SECRET est trop court : ${value.length} caractères, il en faut au moins ${SECRET_MIN_LENGTH}`;
}

function addressProblem(value) {
  if (!value) return "APP_URL manque : l’adresse publique de l’application (https://…)";
  if (/^https?:\/\/[^/]+/.test(value)) return null;
  return "APP_URL n’est pas une adresse (https://…)";
}

/** @param {NodeJS.ProcessEnv} env */
function dsoApiProblem(env) {
  const missing = DSO_API.filter((name) => !env[name]);
  if (missing.length === 0 || (missing.length === DSO_API.length && !env.DSO_API_PRODUCER_PATH)) return null;
  return `${missing.join(", ")} : l’interface du gestionnaire est réglée à moitié ; complétez, ou videz les autres`;
}
