import { defineConfig } from 'drizzle-kit'

/** Drafts the SQL only: we edit it (STRICT, triggers) and our own runner applies it. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  casing: 'snake_case',
})
