/** Ends a command; the message is a sentence for the operator. */
export class Stop extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message)
  }
}

/** The command was written wrongly; with `help` the sentence is followed by all commands. */
export class WrongUse extends Stop {
  constructor(
    message: string,
    readonly help = true,
  ) {
    super(message, 2)
  }
}
