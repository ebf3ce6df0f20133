/** What every failure is told with: what happened, what was not lost, and what to do now. */
export interface FailureSentence {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}
