import type { DailyCall } from '@daily-co/daily-js';
import type { MicrophoneTrouble } from '../call/microphone-trouble';
import type { SpeechRecogniser } from '../recognition/speech-recogniser';
import { FakeCall } from './fake-call';
import { FakeServer } from './fake-server';

/** What the test that runs stands on. Tests put this module in the place of those that reach phone, browser and network. */
export const underTest = { call: new FakeCall(), server: new FakeServer(), canHoldCalls: true, microphone: null as MicrophoneTrouble | null, recogniser: null as SpeechRecogniser | null };

// In the place of recognition/loading-recogniser.
export const loadRecogniser = async (): Promise<SpeechRecogniser | null> => underTest.recogniser;

// In the place of call/daily.
export const canHoldCalls = (): boolean => underTest.canHoldCalls;
export const createCall = (): DailyCall => underTest.call.asDailyCall();

// In the place of live-feed/streaming-fetch.
export const streamingFetch = (url: string, headers: Record<string, string>): Promise<Response> => underTest.server.stream(url, headers);

// In the place of call/asking-for-microphone.
export const askForMicrophone = async (): Promise<MicrophoneTrouble | null> => underTest.microphone;
