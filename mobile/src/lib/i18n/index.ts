export { formatDate, formatMoment, formatTime, formatWeekday } from './formatting';
export { setLanguage } from './i18n';
export { deviceLanguage, type Language, languages } from './language';
export { type Translation } from './translation';
export { type Translate, useTranslation } from './use-translation';
