import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useLatest } from '../kit/use-latest.ts';
import { isComposing, isEditable, matches, parseCombo, type Combo } from './key-combos.ts';

export type KeyGroup = 'anywhere' | 'list' | 'customer' | 'form';

export interface KeyOptions {
  /** What it does, for the overlay of all keys; without it the key is not listed. */
  readonly label?: string;
  readonly group?: KeyGroup;
  /** Also while the caret is in a field. */
  readonly inFields?: boolean;
  /** Also while a dialog that did not register it is open. */
  readonly overDialogs?: boolean;
  readonly enabled?: boolean;
}

/** Answers false to let the event go on to others. */
export type KeyHandler = (event: KeyboardEvent) => unknown;

interface Binding {
  readonly combo: Combo;
  /** As it was registered, with the other keys that do the same. */
  readonly text: string;
  readonly layer: number;
  readonly handler: { readonly current: KeyHandler };
  readonly options: KeyOptions;
}

export interface ListedKey {
  /** The keys that do it, at most two. */
  readonly combos: readonly string[];
  readonly label: string;
  readonly group: KeyGroup;
}

interface Registry {
  readonly register: (binding: Binding) => () => void;
  readonly list: () => ListedKey[];
}

const RegistryContext = createContext<Registry | null>(null);
const LayerContext = createContext(0);

const fires = (binding: Binding, event: KeyboardEvent, layer: number, dialogOpen: boolean): boolean => {
  if (!matches(binding.combo, event)) return false;
  if (isEditable(event.target) && binding.options.inFields !== true) return false;
  if (binding.options.overDialogs === true) return true;
  return dialogOpen ? binding.layer > 0 && binding.layer === layer : true;
};

/** The one place that listens to the keyboard for the whole program. */
export const KeysProvider = ({ children }: { children: ReactNode }) => {
  const bindings = useRef<Binding[]>([]);

  // Before it is painted, here and below: a key that is pressed at what can be seen is heard.
  useLayoutEffect(() => {
    // Asked before anybody hears the key: a dialog that closes by it is gone when it comes here, and the key was the dialog's.
    let dialogOpen = false;
    const beforeAll = (): void => {
      dialogOpen = document.querySelector('[aria-modal="true"]') !== null;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event)) return;
      const top = Math.max(0, ...bindings.current.map(({ layer }) => layer));
      // The latest registered speaks first: what stands in front was mounted last.
      for (const binding of bindings.current.toReversed()) {
        if (!fires(binding, event, top, dialogOpen)) continue;
        if (binding.handler.current(event) === false) continue;
        event.preventDefault();
        return;
      }
    };
    window.addEventListener('keydown', beforeAll, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', beforeAll, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  const registry = useMemo<Registry>(
    () => ({
      register: (binding) => {
        bindings.current = [...bindings.current, binding];
        return () => {
          bindings.current = bindings.current.filter((other) => other !== binding);
        };
      },
      list: () =>
        bindings.current.flatMap(({ text, options }) =>
          options.label === undefined
            ? []
            : [
                {
                  combos: text.split(' ').slice(0, 2),
                  label: options.label,
                  group: options.group ?? 'anywhere',
                },
              ],
        ),
    }),
    [],
  );
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
};

/** Wraps the content of a dialog: its keys work while it is open, those behind it do not. */
export const KeyLayer = ({ children }: { children: ReactNode }) => {
  const layer = useContext(LayerContext);
  return <LayerContext.Provider value={layer + 1}>{children}</LayerContext.Provider>;
};

const useRegistry = (): Registry => {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('useKey outside of KeysProvider');
  return registry;
};

/**
 * Does something on a key for as long as the component is mounted: `useKey('n', open, { label })`,
 * `'mod+k'` (Ctrl, ⌘ on a Mac), `'mod+shift+z'`, `'escape'`, `'?'`. Never while an input method composes, and in
 * fields only with `inFields`. Several keys: separate them by a space.
 */
export const useKey = (combos: string, handler: KeyHandler, options: KeyOptions = {}): void => {
  const registry = useRegistry();
  const layer = useContext(LayerContext);
  const current = useLatest(handler);
  const { label, group, inFields, overDialogs, enabled } = options;
  useLayoutEffect(() => {
    if (enabled === false) return undefined;
    const removers = combos.split(' ').map((text, index) =>
      registry.register({
        combo: parseCombo(text),
        text: combos,
        layer,
        handler: current,
        options: { label: index === 0 ? label : undefined, group, inFields, overDialogs },
      }),
    );
    return () => {
      for (const remove of removers) remove();
    };
  }, [registry, layer, combos, current, label, group, inFields, overDialogs, enabled]);
};

/** All keys that work now, and a way to read them again. */
export const useListedKeys = (): { keys: ListedKey[]; refresh: () => void } => {
  const registry = useRegistry();
  const [keys, setKeys] = useState<ListedKey[]>(() => registry.list());
  const refresh = useCallback(() => setKeys(registry.list()), [registry]);
  return { keys, refresh };
};
