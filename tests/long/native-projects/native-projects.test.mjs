import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { generateNativeProjects } from './generated.mjs';

let generated;
before(() => {
  generated = generateNativeProjects();
});
after(() => generated && rmSync(generated.folder, { recursive: true, force: true }));

const permission = (name) => new RegExp(`<uses-permission android:name="android\\.permission\\.${name}"/>`);
const removed = (name) => new RegExp(`<uses-permission android:name="android\\.permission\\.${name}" tools:node="remove"/>`);

test('iOS says in Vietnamese and in English what the microphone is for', () => {
  assert.match(generated.plist, /<key>NSMicrophoneUsageDescription<\/key>\s*<string>[^<]*nghe bạn nói[^<]*hear you[^<]*<\/string>/);
  assert.match(generated.plistText('vi'), /NSMicrophoneUsageDescription = "[^"]*nghe bạn nói/);
  assert.match(generated.plistText('en'), /NSMicrophoneUsageDescription = "[^"]*to hear you/);
});

test('iOS says in Vietnamese and in English what speech recognition is for, since the module for it is in the app', () => {
  assert.match(generated.plist, /<key>NSSpeechRecognitionUsageDescription<\/key>\s*<string>[^<]*nhận dạng[^<]*recognises[^<]*<\/string>/);
  assert.match(generated.plistText('vi'), /NSSpeechRecognitionUsageDescription = "[^"]*nhận dạng/);
  assert.match(generated.plistText('en'), /NSSpeechRecognitionUsageDescription = "[^"]*recognises/);
});

test('Android lets the app see the services that recognise speech', () => {
  assert.match(generated.manifest, /<queries>[\s\S]*<action android:name="android\.speech\.RecognitionService"\/>[\s\S]*<\/queries>/);
});

test('iOS goes on with a call in the background', () => {
  const modes = /<key>UIBackgroundModes<\/key>\s*<array>([\s\S]*?)<\/array>/.exec(generated.plist)?.[1];
  assert.deepEqual([...(modes ?? '').matchAll(/<string>(\w+)<\/string>/g)].map(([, mode]) => mode).sort(), ['audio', 'voip']);
});

test('iOS asks for no camera, no face and no photos', () => {
  for (const key of ['NSCameraUsageDescription', 'NSFaceIDUsageDescription', 'NSPhotoLibraryUsageDescription']) assert.doesNotMatch(generated.plist, new RegExp(key));
});

test('Android may record, play over Bluetooth, and keep the call while another app is in front', () => {
  for (const name of ['RECORD_AUDIO', 'MODIFY_AUDIO_SETTINGS', 'BLUETOOTH_CONNECT', 'FOREGROUND_SERVICE', 'FOREGROUND_SERVICE_MICROPHONE', 'POST_NOTIFICATIONS', 'WAKE_LOCK']) {
    assert.match(generated.manifest, permission(name));
  }
  assert.match(generated.manifest, /<service[^>]*DailyOngoingMeetingForegroundService[^>]*android:foregroundServiceType="microphone"|<service[^>]*android:foregroundServiceType="microphone"[^>]*DailyOngoingMeetingForegroundService/);
});

test('Android has no camera and draws over no other app', () => {
  for (const name of ['CAMERA', 'SYSTEM_ALERT_WINDOW']) {
    assert.match(generated.manifest, removed(name));
    assert.doesNotMatch(generated.manifest, permission(name));
  }
});
