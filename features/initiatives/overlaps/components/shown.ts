import type { Shown } from '@/components/ui/radar'
import type { Locale } from '@/lib/format'
import type { Suggestion } from '../queries/suggest'
import { reasonsInWords } from './reasons'

/** Suggestions as the radar shows them, with the reasons in the reader's language. */
export const shownSuggestions = (found: Suggestion[], locale: Locale): Promise<Shown[]> =>
  Promise.all(
    found.map(async ({ id, kind, title, party, match }) => ({
      id,
      href: `/${kind}s/${id}`,
      title,
      whose: party,
      why: await reasonsInWords(match.reasons, locale),
    })),
  )
