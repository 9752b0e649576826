/** Who an id token is about. It came from the issuer itself over TLS, so its signature is not checked again (OIDC Core 3.1.3.7). */
export function claimsOf(idToken: string | undefined): { subject?: string; name?: string } {
  const payload = idToken?.split('.')[1];
  if (!payload) return {};
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
  const { sub, name } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown; name?: unknown };
  return { ...(typeof sub === 'string' && { subject: sub }), ...(typeof name === 'string' && { name }) };
}
