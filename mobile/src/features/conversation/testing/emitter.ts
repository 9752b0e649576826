type Listener = (event: unknown) => void;

/** Calls everyone who listens to a name, in the order in which they came. */
export class Emitter {
  private readonly listeners = new Map<string, readonly Listener[]>();

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...this.to(name), listener]);
  }

  off(name: string, listener: Listener): void {
    this.listeners.set(name, this.to(name).filter((one) => one !== listener));
  }

  emit(name: string, event: unknown): void {
    this.to(name).forEach((listener) => listener(event));
  }

  private to(name: string): readonly Listener[] {
    return this.listeners.get(name) ?? [];
  }
}
