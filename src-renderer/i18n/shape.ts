/**
 * What another language must provide for the texts of a room: the same tree, and a singular (`…_one`) beside each
 * plural (`…_other`), since Chinese has no singular.
 */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
