import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMailAddress } from './mail-address'

test.each([
  ['pia@fsb.example', 'pia@fsb.example'],
  ['  Pia.Storm@FSB.Example ', 'pia.storm@fsb.example'],
  ['o_brien+forum@sub.fsb.example', 'o_brien+forum@sub.fsb.example'],
  ['a@b.dk', 'a@b.dk'],
  ['pia@xn--brnshj-vxa5m.example', 'pia@xn--brnshj-vxa5m.example'],
  [`${'a'.repeat(64)}@fsb.example`, `${'a'.repeat(64)}@fsb.example`],
])('%j is the address %s', (typed, address) => {
  expect(parseMailAddress(typed)).toBe(address)
})

test.each([
  '',
  'pia',
  'pia@',
  '@fsb.example',
  'pia@fsb',
  'pia@@fsb.example',
  'pia@fsb.example@evil.example',
  'аnna@fsb.example',
  'anna@fѕb.example',
  'Karen@fsb.example'.replace('K', '\u212a'),
  'anna＠fsb.example',
  'anna@fsb\uff0eexample',
  'anna@fsb\u200b.example',
  'anna\u200d@fsb.example',
  '\ufeffanna@fsb.example',
  'anna@fsb.example\u00a0',
  'anna@fsb.example,evil@evil.example',
  'anna@fsb.example;evil@evil.example',
  'anna@fsb.example evil@evil.example',
  '"evil@evil.example"@fsb.example',
  '"anna"@fsb.example',
  'Anna <anna@fsb.example>',
  'anna@fsb.example\r\nBcc: evil@evil.example',
  'anna@fsb.example\n',
  'anna\t@fsb.example',
  'anna\0@fsb.example',
  'anna(kommentar)@fsb.example',
  'anna@[192.0.2.7]',
  'anna@KOMMUNE.dk.',
  'anna@.fsb.example',
  'anna@fsb..example',
  'anna@-fsb.example',
  'anna@fsb-.example',
  '.anna@fsb.example',
  'anna.@fsb.example',
  'an..na@fsb.example',
  `${'a'.repeat(65)}@fsb.example`,
  `${'a'.repeat(300)}@fsb.example`,
  `anna@${'a'.repeat(64)}.example`,
  `anna@${'fsb.'.repeat(80)}example`,
  'mailto:anna@fsb.example ',
  'anna%40fsb.example',
  'søren@fsb.example',
  'anna@fsb.example?bcc=evil@evil.example',
])('%j is none', (typed) => {
  expect(parseMailAddress(typed)).toBeNull()
})

test('what is taken for an address is plain, and stays the same when read again', () => {
  const crafted = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[a-z"@.,<>\s\u0430\u200b＠]{3,30}$/),
  )
  fc.assert(
    fc.property(crafted, (typed) => {
      const address = parseMailAddress(typed)
      if (address === null) return
      expect(address).toMatch(/^[!-~]+$/)
      expect(address.split('@')).toHaveLength(2)
      expect(address).not.toMatch(/[,;<>"()[\]\\]/)
      expect(parseMailAddress(address)).toBe(address)
    }),
    { numRuns: 1000 },
  )
})
