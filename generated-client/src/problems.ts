import { ApiException, type Problem } from './client';

/**
 * The problem that the API answered with; undefined for any other error: no connection, aborted, or an answer that is not
 * the API's. An app may be older than the API and meet a `type` it does not know: keep a default beside the known ones.
 */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof ApiException)) return undefined;
  const body: unknown = error.result;
  return isProblem(body) ? body : undefined;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' && body.type.startsWith('urn:numeroly:problem:');
}
