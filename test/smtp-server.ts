import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/**
 * accept · refuse: 550 for the recipient · refuseText: 554 after the text · defer: 451 for the recipient ·
 * dropBefore: hangs up at the recipient · dropAfter: takes the text and hangs up without an answer ·
 * late: takes the text and answers only when the server closes · silent: never greets
 */
type Behaviour = 'accept' | 'refuse' | 'refuseText' | 'defer' | 'dropBefore' | 'dropAfter' | 'late' | 'silent'

/** A mail as a reader's program sees it, and the address it was handed over for. */
type Received = { to: string; mail: ParsedMail; raw: string }

export type TestSmtpServer = {
  /** For SMTP_URL. */
  url: string
  /** Everything whose text arrived whole, also what was then refused or never answered. */
  received: Received[]
  behave: (behaviour: Behaviour, onlyFor?: string) => void
  /** The first mail to this address, now or as soon as it comes. */
  mailTo: (address: string) => Promise<Received>
  close: () => Promise<void>
}

/** A real mail server on a free port, which can also behave as badly as mail servers do. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const behaviours = new Map<string, Behaviour>()
  const received: Received[] = []
  const waiting: { address: string; resolve: (received: Received) => void }[] = []
  const sockets = new Set<Socket>()
  const of = (address?: string) =>
    (address && behaviours.get(address)) ?? behaviours.get('everybody') ?? 'accept'

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_, done) => {
      if (of() !== 'silent') done()
    },
    onAuth: (auth, _, done) => done(null, { user: auth.username }),
    onRcptTo: ({ address }, session, done) => {
      const behaviour = of(address)
      if (behaviour === 'refuse') return done(reply(550, 'No such user here'))
      if (behaviour === 'defer') return done(reply(451, 'Try again later'))
      if (behaviour === 'dropBefore') return hangUp(session)
      done()
    },
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const raw = Buffer.concat(chunks).toString()
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const one = { to, mail: await simpleParser(raw), raw }
      received.push(one)
      for (const { resolve } of waiting.filter(({ address }) => address === to)) resolve(one)
      const behaviour = of(to)
      if (behaviour === 'refuseText') return done(reply(554, 'Refused'))
      if (behaviour === 'dropAfter') return hangUp(session)
      if (behaviour !== 'late') done()
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const hangUp = ({ remotePort }: SMTPServerSession) => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy()
  }

  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    behave: (behaviour, onlyFor = 'everybody') => void behaviours.set(onlyFor, behaviour),
    mailTo: (address) => {
      const here = received.find(({ to }) => to === address)
      return here ? Promise.resolve(here) : new Promise((resolve) => waiting.push({ address, resolve }))
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const reply = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
