/** Where to signal for a room: a WebSocket at the origin of the room's address, and the room's name, its last segment. */
export function signallingFor(roomUrl: string) {
  const [, scheme, host, path] = /^(https?):\/\/([^/?#]+)([^?#]*)/.exec(roomUrl) ?? [];
  const room = path?.split('/').filter(Boolean).pop();
  if (!scheme || !host || !room) return undefined;
  return { url: `${scheme === 'https' ? 'wss' : 'ws'}://${host}/standin/call/signalling`, room: decodeURIComponent(room) };
}
