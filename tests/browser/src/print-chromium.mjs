import { findChromium, noChromium } from './finding.mjs';

// For tests in other languages: the path of the Chromium there is. One that was unpacked has its libraries in `lib` beside it.
const found = await findChromium();
if (!found) throw new Error(noChromium);
process.stdout.write(found.executablePath);
