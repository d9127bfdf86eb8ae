import * as z from "zod";

const isTileTemplate = (text: string): boolean =>
  /^https?:/.test(text) &&
  URL.canParse(text.replaceAll(/[{}]/g, "")) &&
  ["{z}", "{x}", "{y}"].every((place) => text.includes(place));

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Signs sessions; 32 characters at least. */
  AUTH_SECRET: z.string().min(32),
  /** Public address, as people type it: cookies and origin checks depend on it. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  /** `1` marks an installation that shows the demonstration and its accounts. */
  DEMONSTRATION: z
    .enum(["0", "1"])
    .default("0")
    .transform((value) => value === "1"),
  /** `0` leaves the jobs to `npm run worker` processes. */
  RUN_JOBS: z
    .enum(["0", "1"])
    .default("1")
    .transform((value) => value === "1"),
  /** Background of the map, `https://…/{z}/{x}/{y}.png`; empty: none, and nothing is asked of another server. */
  MAP_TILES_URL: z
    .string()
    .default("")
    .refine((text) => text === "" || isTileTemplate(text), "https://…/{z}/{x}/{y}.png"),
  /** What the provider of the tiles asks to be written beside them. */
  MAP_TILES_CREDIT: z.string().default(""),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

// `next build` imports every module without serving anything: it must need no secret and no database.
const BUILD_VALUES = {
  DATABASE_URL: "postgresql://build.invalid/none",
  AUTH_SECRET: "only-while-building-b7f2c95e4d1a8036",
  APP_URL: "http://build.invalid",
};

/** The only reader of process.env. A bad value stops the start, not the first request. */
export const env: Env = schema.parse(
  process.env.NEXT_PHASE === "phase-production-build" ? { ...process.env, ...BUILD_VALUES } : process.env,
);
