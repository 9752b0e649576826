/** Space between and inside things, in steps of 4. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32, 10: 40, 12: 48 } as const;

export const radius = { field: 14, card: 20, full: 999 } as const;

/** The smallest side of anything that is touched. */
export const touchTarget = 48;

/** The ring and the controls never get wider; a page of text does not either. */
export const column = { narrow: 480, text: 720, page: 1120 } as const;

/** From this width on there is room for a rail of tabs and for content beside the ring. */
export const wideFrom = 900;

/** Milliseconds. */
export const motion = { quick: 200, calm: 350 } as const;
