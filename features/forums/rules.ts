import { foldForSearch } from '@/lib/danish-order'

/** An area's name as it stands in an address: Vesterbro/Sydhavnen → vesterbro-sydhavnen. */
export const slugOf = (name: string): string =>
  foldForSearch(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
