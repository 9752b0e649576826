import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {};
