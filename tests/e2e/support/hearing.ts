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

/** What `hear` leaves in the page: the operations of archive and host that were asked and have no answer yet. */
const unanswered = 'kedangUnanswered';

/**
 * Runs in the page, before anything of the program, and can use nothing from outside: listens to what page, archive and host
 * say to each other, to know what is on its way. With a lateness everything that they say to the page comes late, in the
 * order in which it was said, each time by another while out of the same sequence.
 */
export function hear(late: Lateness | null): void {
  /** By end, the addresses of the operations by the ids of their questions. */
  const open = new Map<EventTarget, Map<string, string>>();
  const asked = (): string[] => [...open.values()].flatMap((questions) => [...questions.values()]);
  Object.defineProperty(globalThis, 'kedangUnanswered', { value: asked });

  interface Message {
    /** Of the question. */
    readonly i: string;
    /** What it is; a question and its first answer have none, 4 is the end of a question whose answer is not wanted any more. */
    readonly t?: number;
    readonly p: { readonly u?: string };
  }
  const read = (message: unknown): Message | null =>
    typeof message === 'string' ? (JSON.parse(message) as Message) : null;

  let seed = 1;
  const pause = ([least, most]: Lateness): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return least + (seed / 2_147_483_647) * (most - least);
  };

  const listen = (end: WebSocket | MessagePort, listener: (event: MessageEvent) => void) => {
    const questions = new Map<string, string>();
    open.set(end, questions);
    end.addEventListener('close', () => open.delete(end));
    const take = (event: MessageEvent): void => {
      const message = read(event.data);
      if (message !== null && message.t === undefined) questions.delete(message.i);
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
  const note = (end: EventTarget, sent: unknown): void => {
    const questions = open.get(end);
    const message = questions === undefined ? null : read(sent);
    if (questions === undefined || message === null) return;
    if (message.t === undefined) questions.set(message.i, message.p.u ?? '');
    else if (message.t === 4) questions.delete(message.i);
  };
}

/**
 * Waits until the page shows what it knows: every question to the archive is answered, nothing says that it is loading, and
 * nothing fades or slides. Throws after as long as Playwright's own expectations wait.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (unanswered) => {
    const underWay = (): string[] => [
      ...(Reflect.get(globalThis, unanswered) as () => string[])(),
      ...[...document.querySelectorAll('[aria-busy="true"]')].map(({ outerHTML }) => outerHTML.slice(0, 200)),
      // What ends by itself; a sign that turns for as long as something is asked does not.
      ...document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && Number(effect?.getComputedTiming().endTime) < 10_000,
        )
        .map((animation) => JSON.stringify([animation.id, animation.effect?.getComputedTiming()])),
    ];
    const until = performance.now() + 15_000;
    // An answer is drawn in the frame after it, and can lead to the next question.
    for (let calm = 0; calm < 3;) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const found = underWay();
      if (performance.now() > until) throw new Error(`The page does not settle: ${found.join(', ')}`);
      calm = found.length > 0 ? 0 : calm + 1;
    }
  }, unanswered);
}
