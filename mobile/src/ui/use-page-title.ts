/** Only a browser has a place for the title of a page. */
export function usePageTitle(_title: string): void {}
