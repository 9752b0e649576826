// Speaks sentences with the npm package espeak-ng, one after the other, for as long as its input is open.
// In:  4 bytes of length, then JSON {text, voice, wordsPerMinute, pitch, wordGap}.
// Out: 4 bytes of length, then one byte of kind (s: sound, d: done, f: failed), then WAV bytes, nothing, or the reason.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = join(process.argv[2], 'dist')
const { default: espeak } = await import(pathToFileURL(join(folder, 'espeak-ng.js')))
const compiled = await WebAssembly.compile(await readFile(join(folder, 'espeak-ng.wasm')))

let prepared = prepare()
let received = Buffer.alloc(0)
for await (const bytes of process.stdin) {
  received = Buffer.concat([received, bytes])
  while (received.length >= 4 && received.length >= 4 + received.readUInt32BE(0)) {
    const end = 4 + received.readUInt32BE(0)
    const utterance = JSON.parse(received.toString('utf8', 4, end))
    received = received.subarray(end)
    await answer(utterance)
  }
}

// The input ends with the host, however it died; the instance got ready would keep the process.
process.exit()

async function answer(utterance) {
  try {
    const sound = await speak(await prepared, utterance)
    for (let at = 0; at < sound.length; at += 65536) send('s', sound.subarray(at, at + 65536))
    send('d')
  } catch (error) {
    send('f', Buffer.from(error instanceof Error ? error.name : 'error'))
  }

  prepared = prepare()
}

// The program runs once and ends, so each sentence needs a new one. It is got ready while nobody waits, up to its first step.
async function prepare() {
  const instance = {}
  await new Promise((resolve, reject) => {
    instance.running = espeak({
      arguments: (instance.arguments = []),
      print: () => {},
      printErr: () => {},
      preRun: [(module) => module.FS.writeFile('text', instance.text)],
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then((made) => {
          instance.start = () => receive(made, compiled)
          resolve()
        }, reject)
        return {}
      },
    })
  })
  return instance
}

async function speak(instance, { text, voice, wordsPerMinute, pitch, wordGap }) {
  instance.text = text
  instance.arguments.push('-w', 'sound', '-b', '1', '-v', voice, '-s', `${wordsPerMinute}`, '-p', `${pitch}`, '-g', `${wordGap}`, '-f', 'text')
  instance.start()
  const { FS } = await instance.running
  return FS.readFile('sound')
}

function send(kind, payload = Buffer.alloc(0)) {
  const head = Buffer.alloc(5)
  head.writeUInt32BE(payload.length + 1, 0)
  head.write(kind, 4)
  process.stdout.write(Buffer.concat([head, payload]))
}
