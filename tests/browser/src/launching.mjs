import { chromium } from 'playwright-core';
import { findChromium, noChromium } from './finding.mjs';

const quiet = ['--no-first-run', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
// Root has no sandbox, and tests may run as root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const media = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  // Without it a page that never asked for a microphone hides its address behind a name that nobody here resolves.
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--allow-loopback-in-peer-connection',
];
// Nothing a page does reaches beyond this machine.
const offline = ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost, EXCLUDE 127.0.0.1'];

/**
 * Starts a headless Chromium with a fake microphone. The caller closes it.
 * @param {{ microphone?: string, withoutDevices?: boolean, args?: string[] }} [options] `microphone`: a WAV file that the
 * microphone repeats; `withoutDevices`: the machine has no microphone at all
 */
export async function launchChromium({ microphone, withoutDevices = false, args = [] } = {}) {
  const found = await findChromium();
  if (!found) throw new Error(noChromium);
  const devices = withoutDevices ? media.filter((flag) => flag !== '--use-fake-device-for-media-stream') : media;
  const file = microphone ? [`--use-file-for-fake-audio-capture=${microphone}`] : [];
  return chromium.launch({ ...found, headless: true, args: [...quiet, ...asRoot, ...devices, ...file, ...offline, ...args] });
}
