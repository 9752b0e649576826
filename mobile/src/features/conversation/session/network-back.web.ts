/** Calls back when the browser has a network again. @returns stops listening. */
export function onNetworkBack(callback: () => void): () => void {
  window.addEventListener('online', callback);
  return () => window.removeEventListener('online', callback);
}
