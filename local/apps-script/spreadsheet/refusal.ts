/** What the spreadsheet's model throws when Google would refuse: the services pass its message on as Google's exception. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
