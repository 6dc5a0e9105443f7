import { createServer } from 'node:net'

const EVERY_ADDRESS = { '0.0.0.0': '127.0.0.1', '::': '::1' }
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/

/** Where to serve, from the environment. Throws a sentence for a person. */
export function addressFrom(env) {
  const host = env.HOST || '127.0.0.1'
  const port = env.PORT || '3000'
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new Error(`PORT skal være et tal fra 1 til 65535, ikke "${port}".`)
  }
  return {
    host,
    port: Number(port),
    url: urlOf(host, port),
    /** Where this machine itself reaches the server. */
    near: urlOf(EVERY_ADDRESS[host] ?? host, port),
    isLoopback: LOOPBACK.test(host),
  }
}

const urlOf = (host, port) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Throws a sentence when nobody can listen there. */
export function assertFree({ host, port }) {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', ({ code }) => reject(new Error(refusal(code, host, port))))
    probe.listen(port, host, () => probe.close(resolve))
  })
}

function refusal(code, host, port) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} er optaget af et andet program. Stop det, eller vælg en anden port: PORT=${port < 65_535 ? port + 1 : 3000} npm start`
  }
  if (code === 'EACCES')
    return `Port ${port} kræver særlige rettigheder. Vælg en port over 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `Adressen ${host} findes ikke på denne maskine. Ret HOST, eller lad den være tom.`
  }
  return `Der kan ikke lyttes på ${host}, port ${port} (${code}).`
}
