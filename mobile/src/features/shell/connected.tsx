import { QueryClientProvider } from '@tanstack/react-query';
import { type PropsWithChildren, useMemo, useState } from 'react';
import { ApiProvider, connectApi, newQueryClient } from '@/lib/api';
import { useConfiguration } from '@/lib/config';
import { useSessionKeeper, useUser } from '../session/session-provider';
import { TooOldScreen } from './too-old-screen';

/** The API and what was read of it, for one person: nothing of another's is ever shown. */
export function Connected({ children }: PropsWithChildren) {
  const user = useUser();
  return <ForUser key={user}>{children}</ForUser>;
}

function ForUser({ children }: PropsWithChildren) {
  const { apiUrl } = useConfiguration();
  const keeper = useSessionKeeper();
  const [tooOld, setTooOld] = useState(false);
  const [queries] = useState(newQueryClient);
  const client = useMemo(
    () =>
      connectApi({
        url: apiUrl,
        accessToken: keeper.freshToken,
        onRefusal: (status) => (status === 426 ? setTooOld(true) : void keeper.expire()),
      }),
    [apiUrl, keeper],
  );
  return (
    <QueryClientProvider client={queries}>
      <ApiProvider client={client}>{tooOld ? <TooOldScreen /> : children}</ApiProvider>
    </QueryClientProvider>
  );
}
