import { useFocusEffect } from 'expo-router';
import { useCallback } from 'react';

/** Names the page in the browser's tab and history while its screen is the one in sight. */
export function usePageTitle(title: string): void {
  useFocusEffect(
    useCallback(() => {
      document.title = `${title} · Numeroly`;
    }, [title]),
  );
}
