import { useMemo } from 'react';
import { useTranslation as useI18next } from 'react-i18next';
import { type vi } from '@/translations';
import './i18n';
import { type Language } from './language';
import { type TextKey } from './translation';

/** A text by its address, with what stands in its places: `t('history.found', { total: 3 })`. */
export type Translate = (key: TextKey<typeof vi>, values?: Readonly<Record<string, string | number>>) => string;

/** The texts in the person's language: `const { t, language } = useTranslation()`. */
export function useTranslation(): { readonly t: Translate; readonly language: Language } {
  const { t: translate, i18n } = useI18next();
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  return useMemo(() => ({ t: (key, values) => translate(key, { ...values }), language }), [translate, language]);
}
