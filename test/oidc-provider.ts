import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export const CLIENT = { clientId: 'en-indgang', clientSecret: 'a-secret-of-forty-characters-for-testing' }

type Account = { sub: string; email?: string; name?: string }
type Claims = Record<string, unknown>
/** What a provider may lie about, or a stranger between it and us. */
type Lies = {
  /** In the signed token; undefined takes a claim away. */
  claims?: Claims
  signedBy?: 'nobody' | 'another key'
  /** In the address the browser is sent back to. */
  answer?: Record<string, string>
  /** In the document that says where everything is. */
  discovery?: Claims
}

export type OidcProvider = {
  issuer: string
  /** Who presses through as whom; null cancels. */
  account: Account | null
  lies: Lies
  stop: () => Promise<void>
}

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const anotherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** A certified OpenID Connect provider on this machine, that signs in whomever the test names and lies on demand. */
export async function startOidcProvider(appUrl: string, port = 0): Promise<OidcProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const running: OidcProvider = {
    issuer,
    account: null,
    lies: {},
    stop: () => stop(server),
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${appUrl}/api/auth/callback/oidc`],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    claims: { openid: ['sub', 'email'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...running.account, sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: CLIENT.clientId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (context.path.startsWith('/interaction/')) {
      const { account } = running
      const result = account
        ? { login: { accountId: account.sub, remember: false } }
        : { error: 'access_denied' }
      context.respond = false
      return provider.interactionFinished(context.req, context.res, result)
    }
    await next()
    lie(context, running.lies)
  })
  server.on('request', provider.callback())
  return running
}

type Context = {
  path: string
  body: unknown
  response: { get: (name: string) => string | undefined }
  set: (name: string, value: string) => void
}

function lie(context: Context, { claims, signedBy, answer = {}, discovery }: Lies): void {
  const body = context.body as Claims
  if (context.path === '/.well-known/openid-configuration') context.body = { ...body, ...discovery }
  if (context.path === '/token' && typeof body.id_token === 'string' && (claims || signedBy))
    context.body = { ...body, id_token: forge(body.id_token, claims, signedBy) }
  const location = context.response.get('location')
  if (location?.includes('/api/auth/callback/')) {
    const address = new URL(location)
    for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value)
    context.set('location', address.href)
  }
}

function forge(token: string, claims: Claims = {}, signedBy?: Lies['signedBy']): string {
  const [head = '', payload = ''] = token.split('.')
  const header = signedBy === 'nobody' ? { alg: 'none' } : decode(head)
  const signed = `${encode(header)}.${encode({ ...decode(payload), ...claims })}`
  if (signedBy === 'nobody') return `${signed}.`
  return `${signed}.${signature(signed, signedBy ? anotherKey : key)}`
}

const decode = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString())
const encode = (part: Claims) => Buffer.from(JSON.stringify(part)).toString('base64url')
const signature = (signed: string, by: KeyObject) =>
  sign('RSA-SHA256', Buffer.from(signed), by).toString('base64url')

const stop = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
