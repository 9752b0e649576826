/** Calls back when the page goes away: closed, left, or put aside by the browser. @returns stops listening. */
export function onAppClosing(callback: () => void): () => void {
  window.addEventListener('pagehide', callback);
  return () => window.removeEventListener('pagehide', callback);
}
