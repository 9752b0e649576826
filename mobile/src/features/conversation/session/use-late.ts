import { useEffect, useState } from 'react';

/** Whether something has been so for a while; false again as soon as it is not. */
export function useLate(isSo: boolean, milliseconds: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setIsLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isSo, milliseconds]);
  return isLate;
}
