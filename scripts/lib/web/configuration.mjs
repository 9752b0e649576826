/**
 * What the app is told beside its page.
 * @param {{ api: string, standin: string | null }} endpoints
 * @param {object} settings with WEB_OIDC_AUTHORITY and WEB_OIDC_CLIENT_ID people sign in there; else by name, which only a developer's machine allows
 */
export function webConfiguration({ api, standin }, settings = {}) {
  return {
    apiUrl: api,
    ...(standin && { callBundleUrl: `${standin}/standin/call` }),
    signIn: signIn(api, settings),
    speechRecognition: speechRecognition(settings),
  };
}

function signIn(api, { WEB_OIDC_AUTHORITY: authority, WEB_OIDC_CLIENT_ID: clientId, WEB_OIDC_SCOPES: scopes }) {
  if (!authority) return { kind: 'development', tokenUrl: `${api}/development/tokens` };
  return { kind: 'oidc', authority, clientId, scopes: (scopes || 'openid offline_access').split(' ') };
}

/** A recogniser on the server hears better than a browser's; without one, the browser's is what there is. */
function speechRecognition({ WEB_SPEECH_RECOGNITION: chosen, AZURE_SPEECH_KEY, OPENAI_API_KEY, SPEECH_TO_TEXT }) {
  return chosen || (AZURE_SPEECH_KEY || OPENAI_API_KEY || SPEECH_TO_TEXT ? 'assistant' : 'device');
}
