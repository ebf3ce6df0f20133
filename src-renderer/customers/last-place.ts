/** At which row each list was left, by its address, so that Back leads to where one came from. */
const places = new Map<string, number>();
const most = 50;

export const rememberPlace = (address: string, index: number | null): void => {
  places.delete(address);
  if (index === null) return;
  places.set(address, index);
  const [oldest] = places.keys();
  if (places.size > most && oldest !== undefined) places.delete(oldest);
};

/** Forgets them all: addresses hold what was searched for. */
export const forgetPlaces = (): void => places.clear();

export const placeOf = (address: string): number | null => places.get(address) ?? null;
