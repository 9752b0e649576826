import type { Post } from '../daily/channel.ts';
import type { RecordingInfo } from '../signalling/protocol.ts';

export function postRecordingStarted(post: Post, { recording_id: recordingId, instance_id: instanceId, recording_type: type, layout, started_by: startedBy }: RecordingInfo) {
  post({ action: 'recording-started', local: false, recordingId, instanceId, type, layout, ...(startedBy !== null && { startedBy }) });
}
