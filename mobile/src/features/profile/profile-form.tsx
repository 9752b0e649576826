import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Button, Field, space } from '@/ui';
import { readBirthDate, typedDate } from './birth-date';
import { BirthDateField } from './birth-date-field';
import { nameTrouble } from './name';
import { type Profile } from './profile';

export interface ProfileFormProps {
  readonly profile: Profile | undefined;
  /** What the person is called so far, to begin with. */
  readonly suggestedName?: string;
  readonly submitLabel: string;
  readonly onSubmit: (profile: Profile) => void;
}

/** Full name and birth date. What is wrong is said when the person is done, not while they type. */
export function ProfileForm({ profile, suggestedName = '', submitLabel, onSubmit }: ProfileFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(profile?.name ?? suggestedName);
  const [typed, setTyped] = useState(profile ? typedDate(profile.birthDate) : { day: '', month: '', year: '' });
  const [tried, setTried] = useState(false);
  const birthDate = readBirthDate(typed);
  const wrongName = nameTrouble(name);

  const submit = () => {
    setTried(true);
    if (!wrongName && 'date' in birthDate) onSubmit({ name: name.trim().replace(/\s+/g, ' '), birthDate: birthDate.date });
  };

  return (
    <View style={styles.form}>
      <Field
        label={t('profile.name')}
        hint={t('profile.nameHint')}
        error={tried && wrongName ? t(`profile.nameTrouble.${wrongName}`) : undefined}
        value={name}
        onChangeText={setName}
        autoComplete="name"
        autoCapitalize="words"
        autoCorrect={false}
        maxLength={100}
        returnKeyType="next"
      />
      <BirthDateField value={typed} onChange={setTyped} onSubmit={submit} error={tried && 'trouble' in birthDate ? t(`profile.dateTrouble.${birthDate.trouble}`) : undefined} />
      <Button testID="submit" label={submitLabel} onPress={submit} />
    </View>
  );
}

const styles = StyleSheet.create({ form: { gap: space[5] } });
