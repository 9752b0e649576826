/** How a call is created; the same for phone and browser. */
export interface CallOptions {
  /** Folder of the call bundle. Absent: Daily's own. */
  readonly bundleUrl?: string;
  /** What Android shows while the call goes on. */
  readonly notification: { readonly title: string; readonly subtitle: string };
}
