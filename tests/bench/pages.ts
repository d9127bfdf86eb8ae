import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContextOptions, chromium } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "@/lib/cli/demonstration-accounts.mjs";
import { findChromium } from "@/lib/cli/find-chromium.mjs";
import { operatorScope } from "@/lib/cli/operator-scope";
import { copyCurveDays } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { addMonths } from "@/lib/domain/time/add-months";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { settlePeriod } from "@/lib/services/settle-period";
import { resolveAddress } from "../e2e/support/resolve-address";
import { SCREENS, SCREENS_OF_OTHERS } from "../e2e/support/screens";
import type { BenchRow } from "./allocation";
import { type BenchOperation, createBenchOperation } from "./bench-operation";
import { type FirstLoad, loadFirst } from "./first-load";
import { race } from "./race";
import { serveApplication } from "./served-application";
import { yearCurves } from "./year-curves";

// The twelve months that are over: what a month that nobody measured costs is the board's matter.
const THIS_MONTH = civilDate(`${parisCivilDate(Date.now()).slice(0, 7)}-01`);
const YEAR = { from: addMonths(THIS_MONTH, -12), toExclusive: THIS_MONTH };
const SIZE = { consumers: 230, producers: 10 };
const AIM_SCRIPT_BYTES = 230_000;
const AIM_PAINT_MS = 1_000;
const AIM_SERVER_MS = 300;
const PAINT_ROUNDS = 5;
const SERVER_ROUNDS = 15;
const LISTED = 5;
const OFFICER = "agent@prorata.example";

type LoadedScreen = FirstLoad & { readonly name: string };

/** What a browser and the server spend on the pages of the production build; some minutes. */
export async function benchPages(): Promise<BenchRow[]> {
  const application = await serveApplication();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  try {
    const officer = await signIn(browser, application.baseUrl, OFFICER);
    const screens: LoadedScreen[] = [];
    for (const [name, path] of SCREENS) screens.push({ name, ...(await loadFirst(browser, officer, path)) });
    screens.push(...(await loadScreensOfOthers(browser, application.baseUrl)));
    return [
      ...scriptRows(screens),
      ...paintRows(screens),
      ...(await benchLargeDashboard(browser, officer, application.baseUrl)),
    ];
  } finally {
    await browser.close();
    await application.stop();
  }
}

async function loadScreensOfOthers(browser: Browser, baseURL: string): Promise<readonly LoadedScreen[]> {
  const contexts = new Map<string | null, BrowserContextOptions>([[null, { baseURL }]]);
  const screens: LoadedScreen[] = [];
  for (const [caller, name, path] of SCREENS_OF_OTHERS) {
    const context = contexts.get(caller) ?? (await signIn(browser, baseURL, `${caller}@prorata.example`));
    contexts.set(caller, context);
    const lookup = await browser.newContext(context);
    const address = await resolveAddress(await lookup.newPage(), path);
    await lookup.close();
    screens.push({ name, ...(await loadFirst(browser, context, address)) });
  }
  return screens;
}

function scriptRows(screens: readonly LoadedScreen[]): BenchRow[] {
  return screens
    .toSorted((a, b) => b.firstScriptBytes - a.firstScriptBytes)
    .slice(0, LISTED)
    .map(({ name, firstScriptBytes, allScriptBytes }, rank) => ({
      name: `pages, JavaScript at first load, ${rank + 1}. of ${screens.length} screens / 230 kB`,
      ratio: firstScriptBytes / AIM_SCRIPT_BYTES,
      aim: 1,
      detail: `« ${name} » ${kilobytes(firstScriptBytes)}, ${kilobytes(allScriptBytes)} once its charts are there`,
    }));
}

function paintRows(screens: readonly LoadedScreen[]): BenchRow[] {
  const byPaint = screens.toSorted((a, b) => a.largestPaintMs - b.largestPaintMs);
  const median = byPaint[Math.trunc(byPaint.length / 2)] as LoadedScreen;
  const slowest = byPaint.at(-1) as LoadedScreen;
  return [
    {
      name: `pages, Largest Contentful Paint, median of ${screens.length} screens / 1 s`,
      ratio: median.largestPaintMs / AIM_PAINT_MS,
      aim: 1,
      detail: `${milliseconds(median.largestPaintMs)} on « ${median.name} », nothing cached`,
    },
    {
      name: "pages, Largest Contentful Paint, slowest screen / 1 s",
      ratio: slowest.largestPaintMs / AIM_PAINT_MS,
      aim: 2.5,
      detail: `${milliseconds(slowest.largestPaintMs)} on « ${slowest.name} »`,
    },
  ];
}

async function benchLargeDashboard(
  browser: Browser,
  officer: BrowserContextOptions,
  baseUrl: string,
): Promise<BenchRow[]> {
  const operation = await prepareYear();
  const path = `/operations/${operation.sheet.slug}`;
  const cookie = await cookieOf(browser, officer);
  const read = (page: string) => async () => {
    const response = await fetch(`${baseUrl}${page}`, { headers: { cookie } });
    if (!response.ok) throw new Error(`${page} answers ${response.status}`);
    return response.text();
  };
  const nothing = async () => undefined;
  const { ratio, candidateMs, referenceMs } = await race(
    { prepare: nothing, run: read(path) },
    { prepare: nothing, run: read("/compte") },
    SERVER_ROUNDS,
  );
  const paints: number[] = [];
  for (let round = 0; round < PAINT_ROUNDS; round += 1) {
    paints.push((await loadFirst(browser, officer, path)).largestPaintMs);
  }
  const paintMs = paints.toSorted((a, b) => a - b)[Math.trunc(PAINT_ROUNDS / 2)] as number;
  const what = `dashboard of a year × ${SIZE.consumers} consumers`;
  return [
    {
      name: `pages, ${what}, whole answer / ${AIM_SERVER_MS} ms`,
      ratio: candidateMs / AIM_SERVER_MS,
      aim: 1,
      detail: `${milliseconds(candidateMs)}, median of ${SERVER_ROUNDS}`,
    },
    {
      name: `pages, ${what}, whole answer / that of « Compte »`,
      ratio,
      aim: null,
      detail: `reference ${milliseconds(referenceMs)}`,
    },
    {
      name: `pages, ${what}, Largest Contentful Paint / 1 s`,
      ratio: paintMs / AIM_PAINT_MS,
      aim: 1,
      detail: `${milliseconds(paintMs)}, median of ${PAINT_ROUNDS}, nothing cached`,
    },
  ];
}

async function prepareYear(): Promise<BenchOperation> {
  const operation = await createBenchOperation(YEAR.from, SIZE);
  await inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), yearCurves(operation, YEAR)));
  await pool.query("ANALYZE load_curve_day");
  for (const { period } of (await listPeriods(operation, YEAR.toExclusive)).toReversed()) {
    const { status } = await settlePeriod(operation, operatorScope.actor, period.from);
    if (status !== "settled") throw new Error(`the period of ${period.from} was not settled: ${status}`);
  }
  await pool.query(
    `INSERT INTO membership (collectivity_id, user_id, role)
     SELECT o.collectivity_id, u.id, 'officer' FROM operation o, "user" u WHERE o.id = $1 AND u.email = $2
     ON CONFLICT DO NOTHING`,
    [operation.id, OFFICER],
  );
  return operation;
}

async function signIn(browser: Browser, baseURL: string, email: string): Promise<BrowserContextOptions> {
  const options = { baseURL, locale: "fr-FR", timezoneId: "Europe/Paris" };
  const context = await browser.newContext(options);
  const answer = await context.request.post("/api/auth/sign-in/email", {
    headers: { origin: baseURL },
    data: { email, password: DEMONSTRATION_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`sign-in answers ${answer.status()}`);
  const storageState = await context.storageState();
  await context.close();
  return { ...options, storageState };
}

async function cookieOf(browser: Browser, officer: BrowserContextOptions): Promise<string> {
  const context = await browser.newContext(officer);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

const kilobytes = (bytes: number) => `${(bytes / 1e3).toFixed(0)} kB`;
const milliseconds = (ms: number) => `${ms.toFixed(0)} ms`;
