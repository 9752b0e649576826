let keyboard = false;

// Before the focus moves, hence while the event is still on its way down.
document.addEventListener('keydown', ({ key }) => { if (key === 'Tab' || key.startsWith('Arrow')) keyboard = true; }, true);
document.addEventListener('pointerdown', () => { keyboard = false; }, true);

/** Whether the person moves about with the keyboard, as `:focus-visible` judges it: a click is no reason for a focus ring. */
export function isKeyboardInUse(): boolean {
  return keyboard;
}
