// Imported first by every entry point: an older Node must hear this sentence, not a syntax error further on.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Prorata demande Node 20.19 ou plus récent ; celui-ci est en version ${process.versions.node}.`);
  process.exit(1);
}
