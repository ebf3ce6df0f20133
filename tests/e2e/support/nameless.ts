/*
 * Runs in the page, before anything of the program; it can use nothing from outside of its function.
 */

/**
 * Complains on the console of every control, heading and dialog that is ever shown without an accessible name, so that one
 * whose name comes with an answer of the archive is found however soon the answer comes. Looks once a frame in which
 * something changed.
 */
export function complainOfNameless(): void {
  /** What is named by what stands in it, too. */
  const namedByContent =
    'a[href], button, summary, h1, h2, h3, h4, h5, h6, [role="button"], [role="link"], [role="tab"], [role="menuitem"], ' +
    '[role="menuitemcheckbox"], [role="menuitemradio"], [role="checkbox"], [role="radio"], [role="switch"], ' +
    '[role="option"], [role="treeitem"], [role="heading"], [role="tooltip"]';
  const namedFromOutside =
    'input:not([type="hidden"]), select, textarea, dialog, img, [role="img"], [role="dialog"], [role="alertdialog"], ' +
    '[role="combobox"], [role="textbox"], [role="searchbox"], [role="listbox"], [role="grid"], [role="slider"], ' +
    '[role="spinbutton"], [role="progressbar"], [role="region"], [role="toolbar"], [role="radiogroup"]';
  const everything = `${namedByContent}, ${namedFromOutside}`;

  const isText = (text: string | null | undefined): boolean => /\S/u.test(text ?? '');

  const says = (node: Node): boolean => {
    if (node instanceof Text) return isText(node.data);
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return false;
    return (
      ['aria-label', 'alt', 'title'].some((name) => isText(node.getAttribute(name))) ||
      [...node.childNodes].some(says)
    );
  };

  const isNamed = (element: Element): boolean => {
    const referenced = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/u);
    if (['aria-label', 'title', 'alt', 'placeholder'].some((name) => isText(element.getAttribute(name))))
      return true;
    if (referenced.some((id) => isText(document.getElementById(id)?.textContent))) return true;
    if (element instanceof HTMLImageElement) return element.hasAttribute('alt');
    if ('labels' in element && element.labels instanceof NodeList && [...element.labels].some(says))
      return true;
    return element.matches(namedByContent) && says(element);
  };

  // Without regard to its size: an empty link has none, and is reached with Tab and read out all the same.
  const isThere = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"], [inert], [role="presentation"], [role="none"]') === null;

  /** In how many frames a dialog was looked at: Mantine names it from its title soon after it is there. */
  const looks = new WeakMap<Element, number>();
  const isNew = (element: Element): boolean => {
    const before = looks.get(element) ?? 0;
    looks.set(element, before + 1);
    return element.matches('[role="dialog"]') && before < 5;
  };

  const told = new Set<string>();
  const look = (): void => {
    for (const element of document.querySelectorAll(everything)) {
      if (isNamed(element) || !isThere(element)) continue;
      // What is about to fade in is looked at again when there is something to see of it.
      if (!element.checkVisibility({ opacityProperty: true }) || isNew(element)) {
        lookSoon();
        continue;
      }
      const html = element.outerHTML.slice(0, 300);
      if (told.has(html)) continue;
      told.add(html);
      console.error(`shown without a name: ${html} at ${location.hash}`);
    }
  };

  let due = false;
  const lookSoon = (): void => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      look();
    });
  };
  new MutationObserver(lookSoon).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}
