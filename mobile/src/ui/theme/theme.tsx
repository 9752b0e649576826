import { createContext, type PropsWithChildren, useContext } from 'react';
import { useColorScheme } from 'react-native';
import { type Colors, dark, light } from './colors';

/** What a person chose; `system` follows the device. */
export type ThemeChoice = 'system' | 'dark' | 'light';

export interface Theme {
  readonly scheme: 'dark' | 'light';
  readonly colors: Colors;
}

const themes = { dark: { scheme: 'dark', colors: dark }, light: { scheme: 'light', colors: light } } as const satisfies Record<string, Theme>;

const ThemeContext = createContext<Theme>(themes.dark);

/** Gives everything inside the colours of the chosen theme. */
export function ThemeProvider({ choice, children }: PropsWithChildren<{ choice: ThemeChoice }>) {
  const system = useColorScheme();
  const scheme = choice === 'system' ? (system === 'light' ? 'light' : 'dark') : choice;
  return <ThemeContext.Provider value={themes[scheme]}>{children}</ThemeContext.Provider>;
}

export function useTheme(): Theme {
  return useContext(ThemeContext);
}
