import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalNumber } from './personal-number'

test.each([
  '010190-1234',
  '0101901234',
  '010190 1234',
  '010190 - 1234',
  '010190–1234',
  '010190\n1234',
  '010190-\r\n1234',
  '010190\u00a01234',
  'CPR: 311299-0000.',
  '(290200-1234)',
  '290288-1234',
  '610190-1234',
  '910190-1234',
  'sag 2013-010190-1234',
  '991399-1234 og 010190-1234',
])('"%s" has one', (text) => {
  expect(findPersonalNumber(text)).not.toBeNull()
})

test.each([
  'sagsnr. 2013-0230260-6',
  'dokumentnr. 2013-0230260-12',
  'EAN 5798009493149',
  '33 66 33 66',
  '33663366',
  '+45 33 66 33 66',
  '+4533663366',
  '+4520212223',
  '0045 2021 2223',
  'CVR 64942212',
  '320190-1234',
  '310490-1234',
  '290201-1234',
  '001290-1234',
  '011390-1234',
  '920190-1234',
  '600190-1234',
  '010190-123',
  '010190-12345',
  '1010190-1234',
  '01.01.1990 1234',
  '12.12.2013–15.01.2014',
  '2013-12-12 1400',
  'kl. 1400-1530',
  'matr. 1234567-8901',
  '',
])('"%s" has none', (text) => {
  expect(findPersonalNumber(text)).toBeNull()
})

test('tells where the first one stands, so that it can be masked', () => {
  expect(findPersonalNumber('hos 010190-1234 og 020290-1234')).toEqual({ index: 4, length: 11 })
  expect(findPersonalNumber('010190-1234')).toEqual({ index: 0, length: 11 })
})

const birthday = fc.date({
  min: new Date('1900-03-01'),
  max: new Date('2057-12-31'),
  noInvalidDate: true,
})
const two = (value: number) => String(value).padStart(2, '0')
const number = fc
  .tuple(
    birthday,
    fc.constantFrom(0, 60),
    fc.constantFrom('', '-', ' ', '\n', ' - '),
    fc.integer({ max: 9999, min: 0 }),
  )
  .map(([born, added, separator, serial]) => {
    const date =
      two(born.getUTCDate() + added) + two(born.getUTCMonth() + 1) + two(born.getUTCFullYear() % 100)
    return `${date}${separator}${String(serial).padStart(4, '0')}`
  })
const noDigits = fc.string().map((text) => text.replace(/\d/g, ''))

test('every birthday with four digits is found, whatever text stands around it', () => {
  fc.assert(
    fc.property(noDigits, number, noDigits, (before, found, after) => {
      expect(findPersonalNumber(before + found + after)).toEqual({
        index: before.length,
        length: found.length,
      })
    }),
  )
})

test('a digit on either side makes it a longer number, which is none', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 9 }), (found, digit) => {
      expect(findPersonalNumber(`${found}${digit}`)).toBeNull()
      expect(findPersonalNumber(`${digit}${found}`)).toBeNull()
    }),
  )
})

test('text with no run of six digits has none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(findPersonalNumber(text.replace(/\d{6,}/g, '12345'))).toBeNull()
    }),
  )
})
