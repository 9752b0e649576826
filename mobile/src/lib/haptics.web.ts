/** A browser does not touch back. */
export const haptics = { hold() {}, release() {}, answer() {}, success() {}, trouble() {} } as const;
