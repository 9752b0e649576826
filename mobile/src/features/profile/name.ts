export type NameTrouble = 'missing' | 'letters';

/** What keeps a name from having numbers: there is none, or it has no letter of the Latin alphabet. */
export function nameTrouble(name: string): NameTrouble | undefined {
  if (!name.trim()) return 'missing';
  return /\p{Script=Latin}/u.test(name) ? undefined : 'letters';
}

/** What to call someone: Vietnamese names end with the given name, and two words sound complete. */
export function callName(name: string): string {
  return name.trim().split(/\s+/).slice(-2).join(' ');
}
