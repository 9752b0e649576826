import { connect, type Fetch } from '@numeroly/generated-client';
import { appVersion } from '../config/app-version';
import { reaching } from './reaching';
import { retrying } from './retrying';
import { timingOut } from './timing-out';

export type ApiClient = ReturnType<typeof connect>;

export interface ApiConnection {
  readonly url: string;
  readonly accessToken: () => Promise<string | undefined>;
  /** Told of each answer that concerns the whole app: 401 (the token is not accepted) and 426 (the app is too old). */
  readonly onRefusal: (status: 401 | 426) => void;
  readonly fetch?: Fetch;
}

const answerMs = 15_000;

/** The API as the app uses it: with a token, the app's version, a time limit, and another try where that is harmless. */
export function connectApi({ url, accessToken, onRefusal, fetch: send = (address, init) => fetch(address, init) }: ApiConnection): ApiClient {
  const observed: Fetch = async (address, init) => {
    const response = await send(address, { ...init, ...mayOutliveThePage(init), headers: { ...headersOf(init), 'App-Version': appVersion } });
    if (response.status === 401 || response.status === 426) onRefusal(response.status);
    return response;
  };
  return connect({ url, accessToken, fetch: retrying(timingOut(reaching(observed), answerMs)) });
}

// A rating given on the way out still arrives when the page is closed.
function mayOutliveThePage(init: RequestInit | undefined): RequestInit {
  return init?.method === 'PATCH' ? { keepalive: true } : {};
}

function headersOf(init: RequestInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(init?.headers).entries());
}
