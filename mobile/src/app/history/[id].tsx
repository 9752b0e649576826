export { PastConversationScreen as default } from '@/features/history/past-conversation-screen';
