import { cp, mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { BUILD_SOURCES } from "./build-application.mjs";

const READ_WHEN_SERVING = ["prisma/migrations"]; // the health check compares them with the database's

/**
 * Copies what a build is made of into a folder of the project, where packages are found further up. A build there
 * touches neither the `.next` of a running `npm start` nor sources that somebody is editing.
 *
 * @param {string} root
 * @param {string} directory its own `.next` stays, so that nothing is built twice from the same sources
 */
export async function copySources(root, directory) {
  await mkdir(directory, { recursive: true });
  const stale = (await readdir(directory)).filter((name) => name !== ".next");
  await Promise.all(stale.map((name) => rm(path.join(directory, name), { recursive: true })));
  for (const name of [...BUILD_SOURCES, ...READ_WHEN_SERVING]) {
    if (!(await stat(path.join(root, name)).catch(() => null))) continue;
    await cp(path.join(root, name), path.join(directory, name), { recursive: true, preserveTimestamps: true });
  }
}
