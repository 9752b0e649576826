export { TabbedPlaces as default } from '@/features/shell/tab-bar';
