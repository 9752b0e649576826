import { en as conversationEn } from '@/features/conversation/translations/en';
import { vi as conversationVi } from '@/features/conversation/translations/vi';
import { en as failuresEn } from '@/features/failures/translations/en';
import { vi as failuresVi } from '@/features/failures/translations/vi';
import { en as sessionEn } from '@/features/session/translations/en';
import { vi as sessionVi } from '@/features/session/translations/vi';
import { en as uiEn } from '@/ui/translations/en';
import { vi as uiVi } from '@/ui/translations/vi';

/** All texts, under the name of the feature they belong to. Vietnamese is first: its keys are the keys. */
export const vi = { ui: uiVi, failures: failuresVi, session: sessionVi, conversation: conversationVi } as const;

export const en = { ui: uiEn, failures: failuresEn, session: sessionEn, conversation: conversationEn } as const;
