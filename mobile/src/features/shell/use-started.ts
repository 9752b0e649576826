import { useEffect, useState } from 'react';
import { type Started, startApp } from './starting';

export type Starting = { readonly status: 'starting' } | { readonly status: 'failed' } | ({ readonly status: 'started' } & Started);

export function useStarted(): Starting {
  const [starting, setStarting] = useState<Starting>({ status: 'starting' });
  useEffect(() => {
    let shown = true;
    startApp().then(
      (started) => shown && setStarting({ status: 'started', ...started }),
      () => shown && setStarting({ status: 'failed' }),
    );
    return () => {
      shown = false;
    };
  }, []);
  return starting;
}
