// Finds out what kind of model a folder holds and opens it with the npm package that runs such models.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const rate = 16_000;

/** Opens a model: { name, begin() }, where begin() gives { hear(pcm) -> text so far, end() -> text, free() }. */
export async function open(model, packages) {
  const load = createRequire(join(packages, 'recogniser.cjs'));
  if (existsSync(join(model, 'am')) && existsSync(join(model, 'graph'))) return vosk(load, model);

  const files = readdirSync(model);
  const find = (...words) => {
    const fitting = files.filter((file) => words.every((word) => file.includes(word)));
    // The smaller of two precisions is a third of the size and nearly as good.
    const file = fitting.find((name) => name.includes('int8')) ?? fitting[0];
    return file && join(model, file);
  };
  const tokens = find('tokens.txt');
  if (!tokens) throw new Error(`${basename(model)} has no tokens.txt, so it is no sherpa-onnx model, and no am and graph, so it is no vosk model.`);

  const config = { tokens, numThreads: 1, debug: 0, provider: 'cpu' };
  const [encoder, decoder, joiner] = [find('encoder', '.onnx'), find('decoder', '.onnx'), find('joiner', '.onnx')];
  const streams = /streaming|chunk/i.test([basename(model), ...files].join(' '));
  const sherpa = load('sherpa-onnx-node');
  if (encoder && decoder && joiner) {
    const transducer = { ...config, transducer: { encoder, decoder, joiner } };
    return streams ? streaming(sherpa, transducer) : whole(sherpa, transducer);
  }
  if (encoder && decoder) return whole(sherpa, { ...config, whisper: { encoder, decoder } });
  const ctc = find('.onnx');
  if (!ctc) throw new Error(`${basename(model)} has no .onnx file.`);
  return streams ? streaming(sherpa, { ...config, zipformer2Ctc: { model: ctc } }) : whole(sherpa, { ...config, zipformerCtc: { model: ctc } });
}

/** A model that understands while it hears. */
function streaming(sherpa, modelConfig) {
  const recognizer = new sherpa.OnlineRecognizer({ featConfig: { sampleRate: rate, featureDim: 80 }, modelConfig });
  return {
    name: 'sherpa-onnx',
    begin() {
      const stream = recognizer.createStream();
      const decode = () => {
        while (recognizer.isReady(stream)) recognizer.decode(stream);
        return recognizer.getResult(stream).text.trim();
      };
      return {
        hear(pcm) {
          stream.acceptWaveform({ samples: floats(pcm), sampleRate: rate });
          return decode();
        },
        end() {
          // The last word is only found when some silence follows it.
          stream.acceptWaveform({ samples: new Float32Array(rate / 2), sampleRate: rate });
          stream.inputFinished();
          return decode();
        },
      };
    },
  };
}

/** A model that understands a turn as a whole, in pieces of at most half a minute. */
function whole(sherpa, modelConfig) {
  const recognizer = new sherpa.OfflineRecognizer({ featConfig: { sampleRate: rate, featureDim: 80 }, modelConfig });
  const longest = 30 * rate;
  return {
    name: 'sherpa-onnx',
    begin() {
      let parts = [];
      let length = 0;
      let text = '';
      const decode = () => {
        if (length === 0) return;
        const stream = recognizer.createStream();
        stream.acceptWaveform({ samples: joined(parts, length), sampleRate: rate });
        recognizer.decode(stream);
        text = `${text} ${recognizer.getResult(stream).text}`.trim();
        [parts, length] = [[], 0];
      };
      return {
        hear(pcm) {
          const samples = floats(pcm);
          parts.push(samples);
          length += samples.length;
          if (length >= longest) decode();
          return text;
        },
        end() {
          decode();
          return text;
        },
      };
    },
  };
}

function vosk(load, folder) {
  const { Model, Recognizer, setLogLevel } = load('vosk');
  setLogLevel(-1);
  const model = new Model(folder);
  return {
    name: 'vosk',
    begin() {
      const recognizer = new Recognizer({ model, sampleRate: rate });
      const settled = [];
      return {
        hear(pcm) {
          if (recognizer.acceptWaveform(pcm)) settled.push(recognizer.result().text);
          return [...settled, recognizer.partialResult().partial].filter(Boolean).join(' ');
        },
        end: () => [...settled, recognizer.finalResult().text].filter(Boolean).join(' '),
        free: () => recognizer.free(),
      };
    },
  };
}

function floats(pcm) {
  const samples = new Float32Array(pcm.length / 2);
  for (let i = 0; i < samples.length; i++) samples[i] = pcm.readInt16LE(2 * i) / 32_768;
  return samples;
}

function joined(parts, length) {
  const all = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
