/** Turns the tokens that a host handed to the page back into paths. Throws `notFound file` for an unknown token. */
export interface FileGrants {
  /** Path of a file the user chose to read. */
  readPath(token: string): string;
  /** Path of a place the user chose to write to. */
  writePath(token: string): string;
}
