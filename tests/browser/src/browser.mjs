export { findChromium, noChromium, onPath } from './finding.mjs';
export { launchChromium } from './launching.mjs';
export { openPage } from './opening.mjs';
export { writeMicrophoneFile } from './microphone-file.mjs';
