import type { DailyCall } from '@daily-co/daily-js';
import { DailyProvider } from '@daily-co/daily-react';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { useConfiguration } from '@/lib/config';
import { useTranslation } from '@/lib/i18n';
import { closeCall, openCall } from './call-slot';
import { canHoldCalls, createCall } from './daily';
import { RemoteAudio } from './remote-audio';

export type DailyProviderWrapperProps = PropsWithChildren<{
  /** Off for a conversation in writing only: then nothing of Daily is loaded. */
  readonly enabled: boolean;
  /** This browser cannot hold calls. */
  readonly onUnsupported: () => void;
}>;

/** Gives everything inside one call object of Daily, created with it and destroyed with it, and makes its sound heard. */
export function DailyProviderWrapper({ enabled, onUnsupported, children }: DailyProviderWrapperProps) {
  const call = useCallObject(enabled, onUnsupported);
  return (
    <DailyProvider callObject={call}>
      {children}
      {call !== null && <RemoteAudio />}
    </DailyProvider>
  );
}

function useCallObject(enabled: boolean, onUnsupported: () => void): DailyCall | null {
  const { callBundleUrl } = useConfiguration();
  const { t } = useTranslation();
  const [call, setCall] = useState<DailyCall | null>(null);
  const title = t('conversation.notification.title');
  const subtitle = t('conversation.notification.subtitle');

  useEffect(() => {
    if (!enabled) return undefined;
    if (!canHoldCalls()) return onUnsupported();
    let isWanted = true;
    let mine: DailyCall | null = null;
    const options = { notification: { title, subtitle }, ...(callBundleUrl !== undefined && { bundleUrl: callBundleUrl }) };
    openCall(() => createCall(options), () => isWanted).then(
      (created) => {
        mine = created;
        if (isWanted) setCall(created);
      },
      onUnsupported,
    );
    return () => {
      isWanted = false;
      setCall(null);
      if (mine !== null) closeCall(mine);
    };
    // Another language or a new callback is no reason to hang up.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [enabled, callBundleUrl]);

  return call;
}
