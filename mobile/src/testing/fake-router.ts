/** Stands where expo-router's hooks do: remembers where the app wanted to go. */
export const router = {
  push: jest.fn<void, [unknown]>(),
  replace: jest.fn<void, [unknown]>(),
  navigate: jest.fn<void, [unknown]>(),
  back: jest.fn<void, []>(),
  canGoBack: () => true,
};

export const parameters: Record<string, string> = {};

export const useRouter = () => router;
export const useLocalSearchParams = () => parameters;
