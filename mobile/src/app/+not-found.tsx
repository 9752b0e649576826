export { LostScreen as default } from '@/features/shell/lost-screen';
