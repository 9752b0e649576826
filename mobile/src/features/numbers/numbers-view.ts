import { type Language } from '@/lib/i18n';

/** A number of a reading, its words in the language that was asked for. */
export interface NumberView {
  readonly key: string;
  readonly group: string;
  readonly name: string;
  readonly value: number;
  /** As it is said: `22/4`. */
  readonly display: string;
  /** Two or three words. */
  readonly title: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly meaning: readonly string[];
  /** How it was worked out, line by line. */
  readonly working: readonly string[];
  /** Whose way of counting it is. */
  readonly system: string;
}

export interface ArrowView {
  readonly key: string;
  readonly line: readonly number[];
  readonly kind: 'full' | 'empty';
  readonly name: string;
  readonly meaning: string;
}

/** The grid of nine with its arrows. */
export interface ChartView {
  readonly cells: readonly { readonly digit: number; readonly count: number }[];
  readonly arrows: readonly ArrowView[];
  readonly isolated: readonly number[];
}

export interface PeakView {
  readonly index: number;
  readonly value: number;
  readonly display: string;
  readonly age: number;
  readonly until_age: number | null;
  readonly year: number;
  readonly meaning: string;
}

export interface NumbersView {
  readonly language: Language;
  readonly name: string | null;
  readonly birth_date: string | null;
  readonly on: string;
  readonly numbers: readonly NumberView[];
  readonly birth_chart: ChartView | null;
  readonly name_chart: ChartView | null;
  readonly peaks: readonly PeakView[];
  readonly challenges: readonly NumberView[];
  readonly cycles: { readonly year: NumberView; readonly month: NumberView; readonly day: NumberView } | null;
}
