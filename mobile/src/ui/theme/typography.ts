import { type TextStyle } from 'react-native';

/** The faces of Be Vietnam Pro, made for Vietnamese marks, by the name under which they are loaded. */
export const face = {
  light: 'BeVietnamPro_300Light',
  regular: 'BeVietnamPro_400Regular',
  medium: 'BeVietnamPro_500Medium',
  semibold: 'BeVietnamPro_600SemiBold',
} as const;

export type TextVariant = 'title' | 'section' | 'lead' | 'body' | 'strong' | 'small' | 'smallStrong' | 'caption' | 'figure' | 'figureLarge';

const figures: TextStyle = { fontFamily: face.light, fontVariant: ['tabular-nums'] };

export const typography: Readonly<Record<TextVariant, TextStyle>> = {
  title: { fontFamily: face.semibold, fontSize: 30, lineHeight: 38 },
  section: { fontFamily: face.semibold, fontSize: 18, lineHeight: 26 },
  lead: { fontFamily: face.regular, fontSize: 18, lineHeight: 28 },
  body: { fontFamily: face.regular, fontSize: 16, lineHeight: 25 },
  strong: { fontFamily: face.medium, fontSize: 16, lineHeight: 25 },
  small: { fontFamily: face.regular, fontSize: 14, lineHeight: 21 },
  smallStrong: { fontFamily: face.medium, fontSize: 14, lineHeight: 21 },
  caption: { fontFamily: face.regular, fontSize: 13, lineHeight: 19 },
  figure: { ...figures, fontSize: 32, lineHeight: 40 },
  figureLarge: { ...figures, fontSize: 84, lineHeight: 96 },
};
