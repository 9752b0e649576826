/** How the person comes into a conversation. */
export type Start =
  | { readonly kind: 'new'; readonly withVoice: boolean }
  | { readonly kind: 'resume'; readonly conversationId: string; readonly withVoice: boolean };
