/** The devices in use, as daily-js describes them: an empty object where none is known. */
export async function describeDevices(microphone: MediaStreamTrack | null, isCustom: boolean, speakerId: string | null) {
  const known = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  const settings = isCustom ? undefined : microphone?.getSettings?.();
  const mic = known.find(({ kind, deviceId }) => kind === 'audioinput' && deviceId === settings?.deviceId);
  const speaker = known.find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === (speakerId ?? 'default'));
  return {
    camera: {},
    mic: mic ? plain(mic) : microphone && !isCustom ? { deviceId: settings?.deviceId ?? '', kind: 'audioinput', label: microphone.label, groupId: settings?.groupId ?? '' } : {},
    speaker: speaker ? plain(speaker) : {},
  };
}

export async function speakerExists(deviceId: string) {
  const known = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  return deviceId === 'default' || known.some((device) => device.kind === 'audiooutput' && device.deviceId === deviceId);
}

function plain({ deviceId, kind, label, groupId }: MediaDeviceInfo) {
  return { deviceId, kind, label, groupId };
}
