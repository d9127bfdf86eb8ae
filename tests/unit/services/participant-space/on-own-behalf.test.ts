import { expect, test } from "vitest";

const SOURCES = import.meta.glob<string>(["/lib/**/*.ts", "/app/**/*.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

test("only the services of a participant's own space reach his operation", () => {
  const users = Object.entries(SOURCES).filter(([, text]) => text.includes("onOwnBehalf"));
  expect(users.length).toBeGreaterThan(1);
  expect(users.map(([path]) => path).filter((path) => !path.startsWith("/lib/services/participant-space/"))).toEqual(
    [],
  );
});
