/** One event of a stream of server-sent events (WHATWG HTML §9.2). */
export interface ServerSentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** Reads server-sent events out of text that arrives in arbitrary pieces. */
export interface SseParser {
  /** The events that this piece completes; comments and retry times are skipped. */
  push(text: string): ServerSentEvent[];
}

/** A line longer than this is no honest event: the longest message has 8,000 characters. */
const LONGEST_BUFFER = 1_000_000;

/** Creates a parser for one connection. @throws RangeError from `push` when a line never ends. */
export function createSseParser(): SseParser {
  let buffer = '';
  let isFirst = true;
  let id = '';
  let event = '';
  let data: string[] = [];

  function dispatch(): ServerSentEvent[] {
    const complete = data.length > 0 ? [{ id, event: event || 'message', data: data.join('\n') }] : [];
    event = '';
    data = [];
    return complete;
  }

  function read(line: string): ServerSentEvent[] {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    return [];
  }

  return {
    push(text) {
      buffer += isFirst ? text.replace(/^\uFEFF/, '') : text;
      if (text !== '') isFirst = false;
      // A carriage return at the very end may be the first half of one line break.
      const end = /\r$/.test(buffer) ? buffer.length - 1 : buffer.length;
      const lines = buffer.slice(0, end).split(/\r\n|\n|\r/);
      buffer = (lines.pop() ?? '') + buffer.slice(end);
      if (buffer.length > LONGEST_BUFFER) throw new RangeError('A line of the live feed does not end.');
      return lines.flatMap(read);
    },
  };
}
