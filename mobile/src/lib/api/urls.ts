/**
 * The one address that the generated client does not know, because it answers with a stream. (The development token's
 * address comes whole from the configuration.)
 * @param after the last stream version already seen
 */
export function liveFeedUrl(apiUrl: string, conversationId: string, after?: number): string {
  const url = `${apiUrl}/conversations/${encodeURIComponent(conversationId)}/live`;
  return after === undefined ? url : `${url}?after=${after}`;
}
