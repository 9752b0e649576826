/** Every colour of the app, by what it is for. Nothing else in the app names a colour. */
export interface Colors {
  /** The page, what lies on it, and cards. */
  readonly ground: string;
  readonly raised: string;
  readonly card: string;
  readonly hairline: string;
  /** The edge of what can be touched: 3:1 against the ground. */
  readonly edge: string;
  /** Text: full, secondary, and inactive or large only. */
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  /** Ours: the assistant, the main act. `amberText` is for words, `onAmber` for what stands on it. */
  readonly amber: string;
  readonly amberText: string;
  readonly onAmber: string;
  /** The user's voice, and what is well. */
  readonly jade: string;
  readonly jadeText: string;
  readonly onJade: string;
  /** Trouble, and ending. */
  readonly rose: string;
  readonly roseText: string;
  readonly onRose: string;
  /** Behind a dialog. */
  readonly veil: string;
}

export const dark: Colors = {
  ground: '#0d1b22',
  raised: '#12252d',
  card: '#172e37',
  hairline: '#274550',
  edge: '#5f7f8a',
  ink: '#f3ece0',
  soft: '#a9bcc0',
  faint: '#7d959c',
  amber: '#f2b45c',
  amberText: '#f2b45c',
  onAmber: '#2b1a05',
  jade: '#6fcfb0',
  jadeText: '#6fcfb0',
  onJade: '#06261c',
  rose: '#ef8d7a',
  roseText: '#ef8d7a',
  onRose: '#2e0d06',
  veil: 'rgba(4, 10, 13, 0.72)',
};

export const light: Colors = {
  ground: '#f8f3ea',
  raised: '#f1eadd',
  card: '#fffdf8',
  hairline: '#e2d8c6',
  edge: '#877f70',
  ink: '#1d2b30',
  soft: '#56666b',
  faint: '#6b787b',
  amber: '#a8620f',
  amberText: '#8f510a',
  onAmber: '#fffcf6',
  jade: '#1f7d63',
  jadeText: '#19694f',
  onJade: '#f6fffb',
  rose: '#b8452f',
  roseText: '#a83a26',
  onRose: '#fff8f5',
  veil: 'rgba(29, 43, 48, 0.5)',
};
