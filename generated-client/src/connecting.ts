import { ApiException, NumerolyClient } from './client';

/** Sends a request, as the global `fetch` does. */
export type Fetch = (url: RequestInfo, init?: RequestInit) => Promise<Response>;

/** How to reach the API. */
export interface Connection {
  /** The API's address, such as `https://api.example.com`. */
  readonly url: string;
  /** Asked before every request, so that a token can be renewed. Without one the API answers `unauthenticated`. */
  readonly accessToken: () => string | undefined | Promise<string | undefined>;
  /** Default: the global `fetch`. */
  readonly fetch?: Fetch;
}

/**
 * A client of the API. Its methods reject with an {@link ApiException} when the answer is not a success (see `problemOf`),
 * and with whatever `fetch` rejects with when there is no answer: no connection, or aborted by the caller.
 */
export function connect({ url, accessToken, fetch: send = (address, init) => fetch(address, init) }: Connection): NumerolyClient {
  return new NumerolyClient(url.replace(/\/+$/, ''), {
    fetch: async (address, init) => {
      const headers = { ...present(init), ...authorization(await accessToken()) };
      return fromTheApi(await send(address, { ...init, headers }));
    },
  });
}

// The generated code sends an optional header that was left out as an empty one, which the API refuses.
function present(init: RequestInit = {}): Record<string, string> {
  const generated = init.headers as Record<string, string>;
  return Object.fromEntries(Object.entries(generated).filter(([, value]) => value !== ''));
}

function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

// The generated code reads every answer as JSON; the page of a proxy or a sign-in portal would only be a syntax error.
async function fromTheApi(response: Response): Promise<Response> {
  const type = response.headers.get('content-type');
  if (type === null || /\bjson\b/i.test(type)) return response;
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => { headers[name] = value; });
  throw new ApiException(`The answer is ${type}, so it is not the API's.`, response.status, await response.text(), headers, undefined);
}
