export { ConversationScreen as default } from '@/features/conversation/view/conversation-screen';
