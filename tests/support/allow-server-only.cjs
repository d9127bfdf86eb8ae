// `server-only` throws outside Next: for a process of the tests that runs route handlers without it.
const name = require.resolve("server-only");
require.cache[name] = Object.assign(new module.constructor(name), { filename: name, loaded: true, exports: {} });
