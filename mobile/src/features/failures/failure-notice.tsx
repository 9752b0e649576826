import { type Failure } from '@/lib/api';
import { useTranslation } from '@/lib/i18n';
import { Notice } from '@/ui';

export interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
}

/** What went wrong, in the person's words, with another try where it may help. */
export function FailureNotice({ failure, onRetry, retrying }: FailureNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice
      title={t(`failures.${failure.kind}.title`)}
      text={t(`failures.${failure.kind}.text`)}
      actions={onRetry ? [{ label: t('ui.retry'), onPress: onRetry, busy: retrying }] : []}
      footnote={failure.correlationId && failure.kind === 'unexpected' ? t('failures.reference', { id: failure.correlationId }) : undefined}
    />
  );
}
