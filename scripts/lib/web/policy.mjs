/** Where Daily serves the call machine from, and what its calls connect to, when there is no stand-in. */
const daily = {
  scripts: ['https://c.daily.co', 'https://c.dailywebrtc.com', 'https://c.dailywebrtc.net'],
  connections: ['https://*.daily.co', 'wss://*.daily.co', 'https://*.dailywebrtc.com', 'wss://*.dailywebrtc.com', 'https://*.dailywebrtc.net', 'wss://*.dailywebrtc.net'],
  // Recordings are links to Daily's storage.
  media: ['https:'],
};

// daily-js tells its vendor of calls that fail fatally, names and tokens filtered, and cannot be asked not to.
const faultsOfDailyJs = 'https://o77906.ingest.sentry.io';

/**
 * What the page may load: its own scripts and the call machine's, and connections to the API, the issuer and the call.
 * @param {{ apiUrl: string, callBundleUrl?: string, signIn: { kind: string, tokenUrl?: string, authority?: string } }} configuration
 */
export function contentSecurityPolicy({ apiUrl, callBundleUrl, signIn }) {
  const standIn = callBundleUrl && new URL(callBundleUrl).origin;
  const calls = standIn ? { scripts: [standIn], connections: [standIn, standIn.replace(/^http/, 'ws')], media: [standIn] } : daily;
  const issuer = new URL(signIn.kind === 'oidc' ? signIn.authority : signIn.tokenUrl).origin;
  return Object.entries({
    'default-src': ["'none'"],
    // daily-js makes its sound meters of blobs.
    'script-src': ["'self'", 'blob:', ...calls.scripts],
    'worker-src': ["'self'", 'blob:'],
    // React Native for the web and expo-font write style elements while they run.
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'media-src': ["'self'", 'blob:', 'data:', ...calls.media],
    'connect-src': ["'self'", ...new Set([new URL(apiUrl).origin, issuer, ...calls.connections, faultsOfDailyJs])],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  }).map(([directive, sources]) => `${directive} ${sources.join(' ')}`).join('; ');
}
