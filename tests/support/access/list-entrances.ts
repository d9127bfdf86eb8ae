import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A way into the application that somebody must be let through. */
export type Entrance = {
  /**
   * `GET /api/v1/operations`, `PAGE /compte`, `LAYOUT /(espace)`, `ACTION closePeriodAction`; folders in round brackets are
   * no part of an address and are kept for layouts only, which would share one otherwise.
   */
  readonly name: string;
  /** From the root of the project. */
  readonly file: string;
};

const METHOD = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
const IS_METHOD = new RegExp(`^(?:${METHOD})$`);
const IS_SERVER_FILE = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*["']use server["']/;

/**
 * Every entrance of the sources: methods of route handlers, paths of the accounts library that are open, pages, layouts that
 * read, and server actions.
 *
 * @param root - Folder of the project.
 * @throws {Error} A form this cannot see through, so that nothing slips by.
 */
export function listEntrances(root: string): readonly Entrance[] {
  const files = ["app", "components", "lib"].flatMap((folder) => listSources(root, folder));
  return files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return entrancesOf(file, text).map((name) => ({ name, file }));
  });
}

/** The entrances of one source, by name. */
export function entrancesOf(file: string, text: string): readonly string[] {
  const name = path.basename(file);
  if (name === "route.ts") return [...methodsOf(file, text), ...accountPathsOf(text)];
  if (name === "page.tsx") return [`PAGE ${addressOf(file)}`];
  if (name === "layout.tsx") return readsSomething(text) ? [`LAYOUT ${addressOf(file, true)}`] : [];
  return actionsOf(file, text);
}

function methodsOf(file: string, text: string): readonly string[] {
  if (/export\s+\*/.test(text)) throw new Error(`${file}: name the methods that are exported`);
  const declared = text.matchAll(new RegExp(`export\\s+(?:async\\s+)?(?:function|const)\\s+(${METHOD})\\b`, "g"));
  const braces = [...text.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, names = ""]) => names.split(","));
  const renamed = braces
    .map(
      (each) =>
        each
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
    )
    .filter((each) => each !== "");
  const methods = [...[...declared].map(([, method = ""]) => method), ...renamed];
  return methods.filter((method) => IS_METHOD.test(method)).map((method) => `${method} ${addressOf(file)}`);
}

// Of the library's own paths only those named are open, whatever the method.
const accountPathsOf = (text: string) =>
  [...text.matchAll(/"(\/api\/auth\/[^"]+)"/g)].map(([, open]) => `AUTH ${open}`);

const readsSomething = (text: string) => /async|await|\.then\(/.test(text);

function actionsOf(file: string, text: string): readonly string[] {
  if (!/["']use server["']/.test(text)) return [];
  if (!IS_SERVER_FILE.test(text))
    throw new Error(`${file}: « use server » stands at the top of a file of actions only`);
  const exports = [...text.matchAll(/^export\s+(?!type\b|interface\b)(.*)$/gm)];
  return exports.map(([line, rest = ""]) => {
    const action = /^async function (\w+)/.exec(rest)?.[1];
    if (!action) throw new Error(`${file}: « ${line} » is no « export async function »`);
    return `ACTION ${action}`;
  });
}

function addressOf(file: string, keepsGroups = false): string {
  const folders = path.dirname(file).split("/").slice(1);
  return `/${folders.filter((folder) => keepsGroups || !folder.startsWith("(")).join("/")}`;
}

function listSources(root: string, folder: string): readonly string[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  const sources = names.filter((name) => /\.tsx?$/.test(name) && !name.startsWith("generated/"));
  return sources.map((name) => path.join(folder, name)).sort();
}
