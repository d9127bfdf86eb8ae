import path from "node:path";
import { ROOT } from "./project-paths.mjs";

/** Takes the variables of `.env`, where there is one; those of the environment win. */
export function loadEnvFile() {
  try {
    process.loadEnvFile(path.join(ROOT, ".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
