import { plainNumber, type NumberFormat } from './number-formats.ts';
import { attribute } from './xml.ts';

/** What the styles of an OpenDocument say that matters to its cells, gathered from the elements as they are read. */
export class OdsStyles {
  /** What number, date and time styles make of a number, by their name. */
  readonly #numberStyles = new Map<string, NumberFormat>();
  /** The number style of a cell style. */
  readonly #ofCells = new Map<string, string>();
  readonly #parents = new Map<string, string>();
  readonly #hiddenTables = new Set<string>();
  #style = '';
  #numberStyle = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const of = (wanted: string): string => attribute(attributes, wanted) ?? '';
    switch (name) {
      case 'style':
        this.#style = of('name');
        if (of('data-style-name') !== '') this.#ofCells.set(this.#style, of('data-style-name'));
        if (of('parent-style-name') !== '') this.#parents.set(this.#style, of('parent-style-name'));
        return;
      case 'table-properties':
        if (of('display') === 'false') this.#hiddenTables.add(this.#style);
        return;
      case 'number-style':
        this.#numberStyle = of('name');
        return;
      case 'date-style':
      case 'time-style':
        this.#numberStyle = of('name');
        this.#numberStyles.set(this.#numberStyle, { shows: name === 'date-style' ? 'date' : 'time' });
        return;
      case 'hours':
        if (this.#numberStyles.get(this.#numberStyle)?.shows === 'date')
          this.#numberStyles.set(this.#numberStyle, { shows: 'dateTime' });
        return;
      case 'number': {
        const digits = Number(of('min-integer-digits'));
        const isWhole = Number(of('decimal-places') || '0') === 0;
        if (isWhole && digits > 1 && digits <= 30)
          this.#numberStyles.set(this.#numberStyle, { shows: 'digits', digits });
        return;
      }
      default:
    }
  }

  /** How a cell of that style shows a number. */
  formatOf(style: string): NumberFormat {
    const parent = this.#parents.get(style) ?? '';
    const numberStyle = this.#ofCells.get(style) ?? this.#ofCells.get(parent) ?? '';
    return this.#numberStyles.get(numberStyle) ?? plainNumber;
  }

  hides(tableStyle: string): boolean {
    return this.#hiddenTables.has(tableStyle);
  }
}
