import { type Fetch } from '@numeroly/generated-client';
import { patient, pauseBefore, type RetryPolicy } from './backoff';
import { pause } from './pause';

export interface Retrying {
  readonly policy?: RetryPolicy;
  readonly random?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal | null | undefined) => Promise<void>;
}

/**
 * Sends a request again when it did not get through and repeating it is harmless: it reads, or carries an
 * Idempotency-Key, for which the API promises the same answer. Everything else is sent once.
 */
export function retrying(send: Fetch, { policy = patient, random = Math.random, wait = pause }: Retrying = {}): Fetch {
  return async (url, init) => {
    if (!isRepeatable(init)) return send(url, init);
    for (let attempt = 1; ; attempt++) {
      const outcome = await send(url, init).then(
        (response) => ({ response }) as const,
        (error: unknown) => ({ error }) as const,
      );
      const again = 'response' in outcome ? await asksForPatience(outcome.response) : !init?.signal?.aborted;
      const ms = again ? pauseBefore(attempt, policy, 'response' in outcome ? retryAfterMs(outcome.response) : undefined, random) : undefined;
      if (ms === undefined) {
        if ('response' in outcome) return outcome.response;
        throw outcome.error;
      }
      await wait(ms, init?.signal);
    }
  };
}

function isRepeatable(init: RequestInit | undefined): boolean {
  const method = (init?.method ?? 'GET').toUpperCase();
  return method === 'GET' || method === 'HEAD' || new Headers(init?.headers).has('idempotency-key');
}

async function asksForPatience(response: Response): Promise<boolean> {
  if (response.status === 429 || response.status === 503 || response.status === 504) return true;
  const ours = /\bproblem\+json\b/.test(response.headers.get('content-type') ?? '');
  // Of a gateway before us; our own 502 says that Daily refused.
  if (response.status === 502) return !ours;
  return response.status === 409 && ours && (await response.clone().text()).includes('urn:numeroly:problem:request-under-way');
}

function retryAfterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
