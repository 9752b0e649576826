import { PlainError } from './plain-error.mjs';

/**
 * Whose Daily to use: the local stand-in unless the settings name another. Nobody is sent to the real one by accident,
 * nor there without a key. @returns {'stand-in' | 'named'}
 */
export function chooseDaily({ DAILY_API_URL: url, DAILY_API_KEY: key }) {
  if (url && isReal(url) && !key) {
    throw new PlainError(`DAILY_API_URL is Daily itself (${url}) and DAILY_API_KEY is not set: set the key, or leave both unset to use the local stand-in.`);
  }
  return url || key ? 'named' : 'stand-in';
}

/** Whether Daily, as the settings have it, runs on this machine and so can call us on a loopback address. */
export function isOnThisMachine({ DAILY_API_URL: url }) {
  return Boolean(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(hostOf(url));
}

function isReal(url) {
  return /(^|\.)daily\.co$/.test(hostOf(url));
}

function hostOf(url) {
  try {
    return new URL(url).hostname;
  } catch {
    throw new PlainError(`DAILY_API_URL is "${url}", which is not an address.`);
  }
}
