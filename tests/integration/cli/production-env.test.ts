import { expect, test } from "vitest";
import { assertProductionEnv } from "@/lib/cli/production-env.mjs";

const complete = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://prorata:x@db.example:5432/prorata",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  APP_URL: "https://prorata.commune.example",
} as const;

test("complete settings pass", () => {
  expect(() => assertProductionEnv(complete)).not.toThrow();
});

test("every missing setting is named at once", () => {
  const attempt = () => assertProductionEnv({ NODE_ENV: "production" });
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "APP_URL"]) expect(attempt).toThrow(`${name} manque`);
});

test.for([
  ["DATABASE_URL", "mysql://db.example/prorata", "DATABASE_URL n’est pas une adresse PostgreSQL"],
  ["AUTH_SECRET", "trop-court", "AUTH_SECRET est trop court : 10 caractères"],
  ["APP_URL", "prorata.commune.example", "APP_URL n’est pas une adresse"],
] as const)("%s: %s is refused", ([name, value, message]) => {
  expect(() => assertProductionEnv({ ...complete, [name]: value })).toThrow(message);
});

test("the operator's interface is set up whole or not at all, and no value is repeated", () => {
  const half = { ...complete, DSO_API_URL: "https://gw.example", DSO_API_CLIENT_SECRET: "mot-secret" };
  expect(() => assertProductionEnv(half)).toThrow("DSO_API_CLIENT_ID, DSO_API_CONSUMER_PATH, DSO_API_DATE_FORMAT :");
  expect(() => assertProductionEnv(half)).not.toThrow("mot-secret");
  const whole = { ...half, DSO_API_CLIENT_ID: "x", DSO_API_CONSUMER_PATH: "/x", DSO_API_DATE_FORMAT: "yyyy-MM-dd" };
  expect(() => assertProductionEnv(whole)).not.toThrow();
  expect(() => assertProductionEnv({ ...complete, DSO_API_URL: "", DSO_API_CLIENT_SECRET: "" })).not.toThrow();
});
