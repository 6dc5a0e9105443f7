import { type IncomingHttpHeaders, request } from 'node:http'

export type Asked = {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Sent without a length, in pieces. */
  chunked?: boolean
}
export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  names: string[]
  bytes: Buffer
  body: string
}

/** A request as no browser would let a page make it: any origin, host, method and path, and no redirect followed. */
export const ask = (url: string, { method = 'GET', path, headers = {}, body, chunked }: Asked) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const length = body === undefined || chunked ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const sent = request({ hostname, port, method, path, headers: { ...length, ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          names: answer.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()),
          bytes,
          body: bytes.toString(),
        })
      })
    })
    sent.on('error', reject)
    if (body !== undefined) sent.write(body)
    sent.end()
  })

/** Next sends raw page data only under an address it worked out itself, and says which. */
export async function askRaw(url: string, asked: Asked): Promise<Answer> {
  const raw = { ...asked, headers: { ...asked.headers, RSC: '1' } }
  const answer = await ask(url, raw)
  const { location = '' } = answer.headers
  return /[?&]_rsc\b/.test(location) ? ask(url, { ...raw, path: location }) : answer
}

export const PAGE = { Accept: 'text/html' }

/** The body a script of ours sends with a form, under a boundary of our own. */
export function formBody(
  fields: Record<string, string>,
  args = '[{},"$K1"]',
): Pick<Asked, 'body'> & { type: string } {
  const own = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const)
  return multipart([...own, ['0', args]])
}

export function multipart(fields: (readonly [string, string])[]) {
  const parts = fields.map(
    ([name, value]) => `--doors\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { body: `${parts.join('')}--doors--\r\n`, type: 'multipart/form-data; boundary=doors' }
}
