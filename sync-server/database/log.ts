// What the database layer says while it works. A pino logger is one; so is a test's recorder.

type Say = (details: object, message: string) => void;

export interface DatabaseLog {
  readonly info: Say;
  readonly warn: Say;
  readonly error: Say;
}
