/** Calls back when the person turns to something else: another window, another tab. @returns stops listening. */
export function onAttentionLost(callback: () => void): () => void {
  window.addEventListener('blur', callback);
  return () => window.removeEventListener('blur', callback);
}
