import type { Page } from '@playwright/test';

/** How late (ms) answers come at the least and at the most. */
export type Lateness = readonly [least: number, most: number];

/**
 * The lateness of `KEDANG_E2E_LATE`, `50-400`, for runs that look for what relies on quick answers; null without it.
 * Throws when it says something else.
 */
export function latenessAsked(): Lateness | null {
  const asked = process.env['KEDANG_E2E_LATE'];
  if (!asked) return null;
  const [, least, most] = /^(\d+)-(\d+)$/u.exec(asked) ?? [];
  if (least === undefined || most === undefined) throw new Error(`KEDANG_E2E_LATE is no "50-400": ${asked}`);
  return [Number(least), Number(most)];
}

/** What `hear` leaves in the page: how many questions to the archive and the host have no answer yet. */
const unanswered = 'kedangUnanswered';

/**
 * Runs in the page, before anything of the program, and can use nothing from outside: listens to what page, archive and host
 * say to each other, to know what is on its way. With a lateness everything that they say to the page comes late, in the
 * order in which it was said, each time by another while out of the same sequence.
 */
export function hear(late: Lateness | null): void {
  const open = new Map<EventTarget, Set<string>>();
  const count = (): number => [...open.values()].reduce((sum, ids) => sum + ids.size, 0);
  Object.defineProperty(globalThis, 'kedangUnanswered', { value: count });

  /** The id of a message; null for one that is no question and no first answer. */
  const idOf = (message: unknown): string | null => {
    if (typeof message !== 'string') return null;
    const { i: id, t: type } = JSON.parse(message) as { i: string; t?: number };
    return type === undefined ? id : null;
  };

  let seed = 1;
  const pause = ([least, most]: Lateness): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return least + (seed / 2_147_483_647) * (most - least);
  };

  const listen = (end: WebSocket | MessagePort, listener: (event: MessageEvent) => void) => {
    const ids = new Set<string>();
    open.set(end, ids);
    end.addEventListener('close', () => open.delete(end));
    const take = (event: MessageEvent): void => {
      const id = idOf(event.data);
      if (id !== null) ids.delete(id);
      listener.call(end, event);
    };
    let lastAt = 0;
    return (event: MessageEvent): void => {
      if (late === null) return take(event);
      lastAt = Math.max(lastAt, performance.now() + pause(late));
      setTimeout(() => take(event), lastAt - performance.now());
    };
  };

  const { addEventListener } = EventTarget.prototype;
  for (const { prototype } of [WebSocket, MessagePort]) {
    prototype.addEventListener = function add(
      this: WebSocket | MessagePort,
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void {
      const heard = type === 'message' && typeof listener === 'function' ? listen(this, listener) : listener;
      addEventListener.call(this, type, heard as EventListener, options);
    };
  }
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function ask(message) {
    note(this, message);
    send.call(this, message);
  };
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function ask(message: unknown, ...rest: unknown[]) {
    note(this, message);
    Reflect.apply(postMessage, this, [message, ...rest]);
  };
  const note = (end: EventTarget, message: unknown): void => {
    const id = open.has(end) ? idOf(message) : null;
    if (id !== null) open.get(end)?.add(id);
  };
}

/**
 * Waits until the page shows what it knows: every question to the archive is answered, nothing says that it is loading, and
 * nothing fades or slides. Throws after as long as Playwright's own expectations wait.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (unanswered) => {
    const isLoading = (): boolean =>
      (Reflect.get(globalThis, unanswered) as () => number)() > 0 ||
      document.querySelector('[aria-busy="true"]') !== null;
    const isMoving = (): boolean =>
      document
        .getAnimations()
        .some(({ effect }) => effect !== null && Number(effect.getComputedTiming().endTime) < 10_000);
    const until = performance.now() + 15_000;
    // An answer is drawn in the frame after it, and can lead to the next question.
    for (let calm = 0; calm < 3;) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      if (performance.now() > until) throw new Error('The page went on loading or moving.');
      calm = isLoading() || isMoving() ? 0 : calm + 1;
    }
  }, unanswered);
}
