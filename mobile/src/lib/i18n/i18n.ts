import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, vi } from '@/translations';
import { deviceLanguage, type Language } from './language';

void i18next.use(initReactI18next).init({
  resources: { vi: { translation: vi }, en: { translation: en } },
  lng: deviceLanguage(),
  fallbackLng: 'vi',
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});

export const i18n = i18next;

export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
