import type { Session, WebContents } from 'electron';
import { isOurs } from './addresses.ts';

/**
 * Lets nothing leave the program: every request that is not the page's own is cancelled and reported, permissions
 * are refused but for copying text, no proxy is looked up, and no dictionary is fetched for spell checking.
 */
export function guardSession(
  session: Session,
  options: { readonly developmentServer: string | null; readonly blocked: () => void },
): void {
  const { developmentServer } = options;
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      isOurs(details.url) ||
      details.url.startsWith('devtools://') ||
      (developmentServer !== null && isAt(developmentServer, details.url));
    if (!allowed) options.blocked();
    answer({ cancel: !allowed });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isCopying(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isCopying(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  void session.setProxy({ mode: 'direct' });
}

/** Keeps a window on its page: no navigation, no new windows, no embedded views. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // What the page has not saved is in its drafts; a page must not keep its window from closing.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}

/** The one permission the page has: to put text on the clipboard when the user asks it to copy. */
const isCopying = (permission: string, address: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOurs(address);

const isAt = (server: string, address: string): boolean => {
  const url = new URL(address);
  return url.host === new URL(server).host && ['http:', 'ws:'].includes(url.protocol);
};
