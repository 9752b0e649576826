import { BeVietnamPro_300Light } from '@expo-google-fonts/be-vietnam-pro/300Light';
import { BeVietnamPro_400Regular } from '@expo-google-fonts/be-vietnam-pro/400Regular';
import { BeVietnamPro_500Medium } from '@expo-google-fonts/be-vietnam-pro/500Medium';
import { BeVietnamPro_600SemiBold } from '@expo-google-fonts/be-vietnam-pro/600SemiBold';
import { useFonts as useExpoFonts } from 'expo-font';

/** Whether words can be drawn: a face that does not load is no reason to show none. */
export function useFonts(): boolean {
  const [loaded, error] = useExpoFonts({ BeVietnamPro_300Light, BeVietnamPro_400Regular, BeVietnamPro_500Medium, BeVietnamPro_600SemiBold });
  return loaded || error !== null;
}
