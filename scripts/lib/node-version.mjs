// Imported first by every command, and in old syntax, so that an old Node gets as far as this sentence.
const needed = [20, 19, 4];

export function isOlderThan(version, minimum) {
  const parts = version.split('.').map(Number);
  const differing = minimum.findIndex((part, index) => part !== parts[index]);
  return differing >= 0 && parts[differing] < minimum[differing];
}

if (isOlderThan(process.versions.node, needed)) {
  console.error(`Numeroly needs Node ${needed.join('.')} or newer and this is ${process.versions.node}: install Node 20 from nodejs.org.`);
  process.exit(1);
}
