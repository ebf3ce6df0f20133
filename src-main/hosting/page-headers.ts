/** What the page may do besides what is always allowed. */
export interface PageNeeds {
  /** Addresses of WebSockets it may open, such as `ws://127.0.0.1:4321`. */
  readonly sockets?: readonly string[];
  /** The development server injects a script and talks to its own socket. Never in a build. */
  readonly development?: boolean;
}

/**
 * Headers of every answer that either host gives the page: nothing is allowed but its own files.
 * Styles are allowed inline, see docs/decisions/inline-styles.md.
 */
export function pageHeaders(needs: PageNeeds = {}): Record<string, string> {
  const inlineScript = needs.development ? " 'unsafe-inline'" : '';
  const sockets = (needs.sockets ?? []).map((address) => ` ${address}`).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'self'${inlineScript}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
