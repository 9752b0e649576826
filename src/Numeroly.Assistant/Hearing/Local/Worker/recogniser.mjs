// Recognises speech with a model on this machine, for any number of turns at a time. The process that starts it talks to it
// in frames: on standard input the length of what follows (4 bytes, lower first), a type (1 byte), the turn's number (4
// bytes, lower first) and a body; on standard output one line of JSON for each thing to say.
//
// Types in: 0 begins a turn, 1 brings sound (16-bit PCM, 16 kHz), 2 ends the turn's sound, 3 drops the turn.
// Lines out: {"ready": "sherpa-onnx"}, {"failed": "<why>"} before it ends, {"turn", "text", "final"}, {"turn", "error": true}.
import { open } from './engines.mjs';

const [model, packages] = process.argv.slice(2);
const turns = new Map();

function say(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function attend(engine, type, turn, body) {
  try {
    if (type === 0) turns.set(turn, { recognition: engine.begin(), text: '' });
    const heard = turns.get(turn);
    if (!heard) return;
    if (type === 1) tell(turn, heard, heard.recognition.hear(body));
    if (type === 2) say({ turn, text: heard.recognition.end(), final: true });
    if (type >= 2) drop(turn, heard);
  } catch {
    // What went wrong can quote what was said; whoever asked tries another recogniser.
    turns.delete(turn);
    say({ turn, error: true });
  }
}

function tell(turn, heard, text) {
  if (text === heard.text) return;
  heard.text = text;
  say({ turn, text, final: false });
}

function drop(turn, heard) {
  turns.delete(turn);
  heard.recognition.free?.();
}

function listen(engine) {
  let pending = Buffer.alloc(0);
  process.stdin.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let at = 0;
    while (pending.length - at >= 4 && pending.length - at - 4 >= pending.readUInt32LE(at)) {
      const length = pending.readUInt32LE(at);
      attend(engine, pending[at + 4], pending.readUInt32LE(at + 5), pending.subarray(at + 9, at + 4 + length));
      at += 4 + length;
    }
    pending = pending.subarray(at);
  });
  process.stdin.on('end', () => process.exit(0));
}

try {
  const engine = await open(model, packages);
  say({ ready: engine.name });
  listen(engine);
} catch (error) {
  say({ failed: String(error.message).split('\n', 1)[0] });
  process.exitCode = 1;
}
