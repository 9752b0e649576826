/** A phone has no keys to answer. */
export const radioKeys: object = {};
