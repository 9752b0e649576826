import { useTranslation } from '@/lib/i18n';
import { Segmented } from '@/ui';
import { changePreferences, usePreferences } from './preferences';

const names = [
  // Each in its own language, so that whoever needs it can read it.
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
] as const;

export function LanguageChoice() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  return <Segmented label={t('settings.language')} options={names} value={language} onChange={(chosen) => changePreferences({ language: chosen })} />;
}
