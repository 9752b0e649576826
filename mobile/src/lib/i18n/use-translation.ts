import { useTranslation as useI18next } from 'react-i18next';
import './i18n';
import { type Language } from './language';

/** The texts in the person's language: `const { t, language } = useTranslation()`, `t('history.title')`. */
export function useTranslation() {
  const { t, i18n } = useI18next();
  return { t, language: (i18n.language === 'en' ? 'en' : 'vi') satisfies Language as Language };
}
