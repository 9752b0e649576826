/** An answer in two: what the person heard of it, and what was cut off when they spoke over it. */
export function splitHeard(text: string, heard: string | null): { readonly heard: string; readonly unheard: string } {
  if (heard === null) return { heard: text, unheard: '' };
  const part = heard.trimEnd();
  // Speech to text may have put it differently: then only the whole is certain.
  return text.startsWith(part) ? { heard: part, unheard: text.slice(part.length) } : { heard: text, unheard: '' };
}
