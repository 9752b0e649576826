/** Daily's ids of the routes that sound can take on a phone, in the order we offer them. */
export const routes = ['SPEAKERPHONE', 'WIRED_OR_EARPIECE', 'BLUETOOTH'] as const;
