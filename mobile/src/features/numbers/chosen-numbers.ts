import { type NumbersView, type NumberView } from '@numeroly/generated-client';

/** The numbers that light the ring: of the birth date, and the three of the name. */
const onTheRing = ['life_path', 'expression', 'soul_urge', 'personality'];

export function mainNumber(view: NumbersView): NumberView | undefined {
  return view.numbers.find(({ key }) => key === 'life_path') ?? view.numbers[0];
}

export function ringNumbers(view: NumbersView): readonly NumberView[] {
  return view.numbers.filter(({ key }) => onTheRing.includes(key));
}

const order = ['core', 'name', 'derived'];

/** The numbers that stand by themselves, by group, in the order in which one would tell them. */
export function byGroup(view: NumbersView): readonly { readonly group: string; readonly numbers: readonly NumberView[] }[] {
  const groups = [...new Set(view.numbers.map(({ group }) => group))];
  const place = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length);
  return groups.sort((a, b) => place(a) - place(b)).map((group) => ({ group, numbers: view.numbers.filter((number) => number.group === group) }));
}
