/** Changes whenever the same inputs may give another figure: a run names the engine that made it. */
export const ENGINE_VERSION = "1";
