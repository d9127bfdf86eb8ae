import type { DsoApiSettings } from "@/lib/gateways/dso-api/dso-api";
import { dsoEnergyAnswer } from "./dso-energy-upload";
import type { StandInAnswer, StandInCall } from "./dso-stand-in";

/** How the stand-in is reached: paths of our own making, since those of the DSO are configuration. */
export const STAND_IN_SETTINGS: Omit<DsoApiSettings, "baseUrl"> = {
  clientId: "identifiant",
  clientSecret: "s:cret",
  tokenPath: "/oauth2/v3/token",
  energyPaths: {
    consumer: "/{acc}/cons/{prm}?start={start}&end={end}",
    producer: "/{acc}/prod/{prm}?start={start}&end={end}",
  },
  datePattern: "yyyy-MM-dd",
  isEndIncluded: false,
  callsPerSecond: 1000,
  callsPerHour: 10_000,
  timeoutMs: 2000,
};

/** The same, as the environment of a process. */
export const standInEnv = (baseUrl: string) => ({
  DSO_API_URL: baseUrl,
  DSO_API_CLIENT_ID: STAND_IN_SETTINGS.clientId,
  DSO_API_CLIENT_SECRET: STAND_IN_SETTINGS.clientSecret,
  DSO_API_CONSUMER_PATH: STAND_IN_SETTINGS.energyPaths.consumer ?? "",
  DSO_API_PRODUCER_PATH: STAND_IN_SETTINGS.energyPaths.producer ?? "",
  DSO_API_DATE_FORMAT: STAND_IN_SETTINGS.datePattern,
});

const READ = /^\/(ACC\d{8})\/(cons|prod)\/(\d{14})\?start=([\d-]+)&end=([\d-]+)$/;

/** Whom a call to the stand-in asks about; null for a call that asks for a token. */
export function readStandInCall({ path }: StandInCall) {
  const [, accNumber, subject, prm = "", startDate = "", endDate = ""] = READ.exec(path) ?? [];
  return subject === undefined ? null : { accNumber, subject, prm, startDate, endDate };
}

/** What the stand-in answers when nothing is wrong: a token, or 1 234,5 kWh. */
export function goodAnswer(call: StandInCall): StandInAnswer {
  const asked = readStandInCall(call);
  if (!asked) return { status: 200, body: { access_token: "jeton", expires_in: "3600" } };
  const { prm, startDate, endDate, subject } = asked;
  const role = subject === "cons" ? "consumer" : "producer";
  const energies = { [role === "consumer" ? "cons" : "prod"]: { HPH: "1234,5" } };
  return { status: 200, body: dsoEnergyAnswer({ prm, role, startDate, endDate, energies }) };
}
