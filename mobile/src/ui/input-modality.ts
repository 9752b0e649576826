/** On a phone focus is not shown. */
export function isKeyboardInUse(): boolean {
  return false;
}
