/** What the browser says of the network. React Native says nothing, and counts as online. */
export function onNetworkChange({ onOffline, onOnline }: { onOffline(): void; onOnline(): void }) {
  const isOnline = () => typeof navigator === 'undefined' || navigator.onLine !== false;
  if (typeof window === 'undefined' || typeof window.addEventListener !== 'function') return { isOnline, stop: () => undefined };
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', onOnline);
  return {
    isOnline,
    stop: () => {
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', onOnline);
    },
  };
}
