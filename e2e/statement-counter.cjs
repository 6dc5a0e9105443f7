// Loaded into the test's own server by --require: counts every statement the database runs and
// answers the sum on a loopback port. The product knows nothing of it.
const { createServer } = require('node:http')
const Sqlite = require('better-sqlite3')

let count = 0
const probe = new Sqlite(':memory:')
const statement = Object.getPrototypeOf(probe.prepare('SELECT 1'))
probe.close()
for (const method of ['run', 'get', 'all', 'iterate']) {
  const original = statement[method]
  statement[method] = function counted(...values) {
    count++
    return original.apply(this, values)
  }
}

const port = Number(process.env.STATEMENT_COUNTER_PORT)
if (port)
  createServer((_, answer) => answer.end(String(count)))
    .listen(port, '127.0.0.1')
    .on('error', () => {})
