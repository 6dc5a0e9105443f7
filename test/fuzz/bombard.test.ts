import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { paragraph } from '@/lib/plain-text'
import { bombard, prepare } from './bombard'
import type { NamedWrite } from './writes'

let demo: ReturnType<typeof prepare>
beforeAll(() => {
  demo = prepare()
})

const form = (input: z.ZodType, command: NamedWrite['command']): NamedWrite => ({
  name: 'control',
  path: 'features/people/server-actions.ts',
  sentAs: 'form',
  input,
  command,
})
const rename = (name: string) => db().update(people).set({ name }).where(eq(people.id, 'newcomer')).run()

test('a form that asks nobody whether it may is found', async () => {
  const open = form(z.object({ name: paragraph() }), (_, { name }: { name: string }) => rename(name))
  expect((await bombard(open, demo, demo.mayNothing)).done).toBeGreaterThan(0)
})

test('a form that changes something before it refuses is found', async () => {
  const hasty = form(z.object({ name: paragraph() }), () => {
    rename('Ny')
    throw new Refused('notAllowed')
  })
  await expect(bombard(hasty, demo, demo.mayNothing)).rejects.toHaveProperty(
    'cause.message',
    expect.stringMatching(/yet something was changed/),
  )
})

test('a form that fails on half a character is found', async () => {
  const careless = form(z.object({ name: z.string() }), (_, { name }: { name: string }) =>
    encodeURIComponent(name),
  )
  careless.sentAs = 'json'
  await expect(bombard(careless, demo, demo.mayMuch)).rejects.toHaveProperty('cause.message', 'URI malformed')
})
