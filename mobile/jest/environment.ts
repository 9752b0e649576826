// What daily-react expects of a browser; without these it fails inside its own callbacks.
class NoMedia {}

Object.assign(globalThis, { MediaStream: NoMedia, MediaStreamTrack: NoMedia });
Object.defineProperty(globalThis, 'navigator', {
  configurable: true,
  writable: true,
  value: { ...globalThis.navigator, mediaDevices: { getUserMedia: async () => new NoMedia(), enumerateDevices: async () => [] } },
});

export {};
