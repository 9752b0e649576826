import { en as conversationEn } from '@/features/conversation/translations/en';
import { vi as conversationVi } from '@/features/conversation/translations/vi';
import { en as failuresEn } from '@/features/failures/translations/en';
import { vi as failuresVi } from '@/features/failures/translations/vi';
import { en as historyEn } from '@/features/history/translations/en';
import { vi as historyVi } from '@/features/history/translations/vi';
import { en as homeEn } from '@/features/home/translations/en';
import { vi as homeVi } from '@/features/home/translations/vi';
import { en as numbersEn } from '@/features/numbers/translations/en';
import { vi as numbersVi } from '@/features/numbers/translations/vi';
import { en as profileEn } from '@/features/profile/translations/en';
import { vi as profileVi } from '@/features/profile/translations/vi';
import { en as sessionEn } from '@/features/session/translations/en';
import { vi as sessionVi } from '@/features/session/translations/vi';
import { en as settingsEn } from '@/features/settings/translations/en';
import { vi as settingsVi } from '@/features/settings/translations/vi';
import { en as shellEn } from '@/features/shell/translations/en';
import { vi as shellVi } from '@/features/shell/translations/vi';
import { en as welcomeEn } from '@/features/welcome/translations/en';
import { vi as welcomeVi } from '@/features/welcome/translations/vi';
import { en as uiEn } from '@/ui/translations/en';
import { vi as uiVi } from '@/ui/translations/vi';

/** All texts, under the name of the feature they belong to. Vietnamese is first: its keys are the keys. */
export const vi = {
  conversation: conversationVi,
  failures: failuresVi,
  history: historyVi,
  home: homeVi,
  numbers: numbersVi,
  profile: profileVi,
  session: sessionVi,
  settings: settingsVi,
  shell: shellVi,
  welcome: welcomeVi,
  ui: uiVi,
} as const;

export const en = {
  conversation: conversationEn,
  failures: failuresEn,
  history: historyEn,
  home: homeEn,
  numbers: numbersEn,
  profile: profileEn,
  session: sessionEn,
  settings: settingsEn,
  shell: shellEn,
  welcome: welcomeEn,
  ui: uiEn,
} as const;
