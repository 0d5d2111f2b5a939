// Thrown while the environment is read: one sentence that says what to set.
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}
