/** A fetch whose answer can be read while it is still coming. */
export function streamingFetch(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  // The generated client reads whole answers; a stream needs the fetch beneath it.
  // eslint-disable-next-line no-restricted-globals
  return fetch(url, { headers, signal, cache: 'no-store' });
}
