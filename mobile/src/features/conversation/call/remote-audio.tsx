/** On a phone the call's sound plays by itself. */
export function RemoteAudio() {
  return null;
}
