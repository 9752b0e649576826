/** Whether the device knows that it has no network. A phone does not say; there it shows as no answer. */
export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && 'onLine' in navigator && navigator.onLine === false;
}
