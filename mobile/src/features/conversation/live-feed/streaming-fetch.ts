import { fetch } from 'expo/fetch';

/** React Native's own fetch cannot read an answer before it is complete; Expo's can. */
export async function streamingFetch(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  return (await fetch(url, { headers, signal })) as unknown as Response;
}
