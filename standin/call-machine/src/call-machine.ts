import { callActions } from './actions/call-actions.ts';
import { deviceActions } from './actions/device-actions.ts';
import { observingActions } from './actions/observing-actions.ts';
import { sharingActions } from './actions/sharing-actions.ts';
import { enterCall, type Call, type CallProperties } from './call.ts';
import { openChannel, type Channel, type Request } from './daily/channel.ts';
import { dailyGlobal, type CallMachine, type DailyInstance } from './daily/globals.ts';
import { createTrackStore } from './daily/store.ts';
import { createMicrophone, type Microphone } from './media/microphone.ts';

/** What an action of daily-js works with. */
export interface Context {
  readonly channel: Channel;
  readonly microphone: Microphone;
  /** The call this object is in, or about to enter. */
  readonly call: Call | null;
  readonly instance: DailyInstance;
  speakerId: string | null;
  enter(properties: CallProperties): void;
  leave(): void;
}

export type Actions = Record<string, (request: Request, context: Context) => void | Promise<void>>;

const actions: Actions = { ...callActions, ...deviceActions, ...observingActions, ...sharingActions };

/** Stands in for the machine that daily-js downloads: answers one call object, for as long as that exists. */
export function createCallMachine(callClientId: string, instance: DailyInstance): CallMachine {
  const store = createTrackStore();
  let call: Call | null = null;

  const receive = async (request: Request) => {
    if (dailyGlobal()?.instances[callClientId]?.callMachine !== machine) return dispose();
    const action = actions[request.action];
    if (action) return action(request, context);
    channel.answer(request, { error: `The stand-in does not know ${request.action}.` });
  };
  const channel = openChannel(callClientId, (request) => void receive(request));
  const microphone = createMicrophone({
    onChange: () => {
      store.setLocalTrack(microphone.track);
      call?.microphoneChanged();
    },
    onStarted: () => channel.post({ action: 'started-camera' }),
    onFailed: ({ event }) => channel.post(event),
  });
  const leave = () => {
    const left = call;
    call = null;
    left?.leave();
    microphone.close();
    store.clear();
  };
  const dispose = () => {
    leave();
    channel.close();
  };
  const context: Context = {
    channel,
    microphone,
    get call() {
      return call;
    },
    instance,
    speakerId: null,
    enter: (properties) => {
      call?.leave();
      call = enterCall(properties, channel.post, microphone, store, () => {
        call = null;
        microphone.close();
      });
    },
    leave,
  };
  const machine: CallMachine = {
    store,
    reset: () => {
      leave();
      channel.post({ action: 'call-machine-initialized' });
    },
  };
  // Later, so that daily-js finds the machine at its place before it hears of it.
  setTimeout(() => {
    channel.post({ action: 'loaded' });
    channel.post({ action: 'call-machine-initialized' });
  }, 0);
  return machine;
}
