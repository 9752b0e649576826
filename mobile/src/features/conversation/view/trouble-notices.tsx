import { useTranslation } from '@/lib/i18n';
import { Notice, type NoticeAction } from '@/ui';
import { isWorthRetrying, type CallTrouble } from '../state/call-trouble';
import { openMicrophoneSettings } from './microphone-settings';
import type { Trouble } from './troubles';

/** As many as the call tries by itself before it asks; the bar fills on the way there. */
const ATTEMPTS_SHOWN = 8;

export interface TroubleNoticesProps {
  readonly troubles: readonly Trouble[];
  readonly onRetryCall: () => void;
  readonly onRetryMicrophone: () => void;
  readonly onWrite: () => void;
}

/** What went wrong: what happened, what is being done, what the person can do. */
export function TroubleNotices({ troubles, ...acts }: TroubleNoticesProps) {
  return troubles.map((trouble) => <TroubleNotice key={trouble.name} trouble={trouble} {...acts} />);
}

function TroubleNotice({ trouble, onRetryCall, onRetryMicrophone, onWrite }: Omit<TroubleNoticesProps, 'troubles'> & { trouble: Trouble }) {
  const { t } = useTranslation();
  const title = t(`conversation.trouble.${trouble.name}.title`);
  const text = t(`conversation.trouble.${trouble.name}.text`);
  const write: NoticeAction = { label: t('conversation.trouble.write'), onPress: onWrite };

  switch (trouble.name) {
    case 'network':
      return (
        <Notice
          urgent
          title={title}
          text={text}
          progress={Math.min(1, trouble.attempt / ATTEMPTS_SHOWN)}
          footnote={t('conversation.trouble.attempt', { count: trouble.attempt })}
          actions={[{ label: t('conversation.trouble.retryNow'), onPress: onRetryCall }, write]}
        />
      );
    case 'mic-denied': {
      const open = openMicrophoneSettings;
      const settings: NoticeAction[] = open === null ? [] : [{ label: t('conversation.trouble.openSettings'), onPress: open }];
      const again: NoticeAction = { label: t('conversation.trouble.tryMic'), onPress: onRetryMicrophone };
      return <Notice urgent title={title} text={open === null ? t('conversation.trouble.mic-denied.browser') : text} actions={[...settings, again, write]} />;
    }
    case 'mic-none':
    case 'mic-in-use':
      return <Notice urgent title={title} text={text} actions={[{ label: t('conversation.trouble.tryMic'), onPress: onRetryMicrophone }, write]} />;
    case 'server':
    case 'speaker':
      return <Notice title={title} text={text} />;
    case 'no-answer':
    case 'unheard':
    case 'no-assistant':
      return <Notice tone="neutral" title={title} text={text} actions={[write]} />;
    default:
      return <Notice urgent title={title} text={text} actions={[...rejoining(trouble.name, t('conversation.trouble.rejoin'), onRetryCall), write]} />;
  }
}

function rejoining(trouble: CallTrouble, label: string, onPress: () => void): NoticeAction[] {
  return isWorthRetrying(trouble) ? [{ label, onPress }] : [];
}
