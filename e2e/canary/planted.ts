import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { loadViewer } from '../../auth/viewer'
import { people } from '../../db/schema'
import { cookiesOf } from '../cookies'
import { demoFolder } from '../server'
import { type Canary, plantCanaries } from './plant'
import { addressesOf, type Walk, walk } from './walk'

export type Planted = {
  folder: string
  canaries: Canary[]
  /** Walks the site at an address as somebody, or as a stranger, until there are leaks enough. */
  walkAs: (browser: Browser, url: string, name: string | null, enough?: number) => Promise<Walk>
}

/** A demo municipality with a word of its own in every text, and who may read which. */
export function plantDemo(name: string): Planted {
  const folder = demoFolder(name)
  const { database, canaries } = plantCanaries(join(folder, 'en-indgang.db'))
  const addresses = addressesOf(database.$client)
  const ids = database.select({ id: people.id, name: people.name }).from(people).all()
  const viewers = new Map(ids.map((person) => [person.name, loadViewer(database, person.id, new Date())]))
  database.$client.close()
  return {
    folder,
    canaries,
    async walkAs(browser, url, name, enough) {
      const viewer = name ? viewers.get(name) : undefined
      const allowed = new Set(
        viewer ? canaries.filter(({ maySee }) => maySee(viewer)).map(({ word }) => word) : [],
      )
      const cookies = name ? await cookiesOf(browser, url, name) : ''
      return walk(url, cookies, addresses, (word) => allowed.has(word), enough)
    },
  }
}
