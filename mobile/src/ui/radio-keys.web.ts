const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface KeyPress {
  readonly key: string;
  readonly currentTarget: HTMLElement;
  preventDefault(): void;
}

/**
 * The keys of a radio button, as the ARIA pattern for radio groups has them: Space chooses, arrows choose the next one. Enter
 * chooses as well; React Native for the web sees to that.
 */
export const radioKeys: object = {
  onKeyDown: (press: KeyPress) => {
    const chosen = press.key === ' ' ? press.currentTarget : neighbour(press.currentTarget, steps[press.key]);
    if (!chosen) return;
    press.preventDefault();
    chosen.focus();
    chosen.click();
  },
};

function neighbour(radio: HTMLElement, step: number | undefined): HTMLElement | undefined {
  const group = step === undefined ? null : radio.closest('[role="radiogroup"]');
  if (!group || step === undefined) return undefined;
  const radios = [...group.querySelectorAll<HTMLElement>('[role="radio"]')];
  return radios[(radios.indexOf(radio) + step + radios.length) % radios.length];
}
