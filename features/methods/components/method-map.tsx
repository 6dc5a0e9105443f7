import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { METHOD_RESULTS } from '@/db/schema'
import type { Forum } from '@/features/forums/queries/forums'
import type { ListedMethod } from '../queries'
import { ResultMark } from './result-mark'

type Props = { methods: ListedMethod[]; forums: Pick<Forum, 'id' | 'shortName' | 'mark'>[] }

/** Methods and forums: which is tried where, and how it went. */
export async function MethodMap({ methods, forums }: Props) {
  const t = await getTranslations('methods')
  const working = methods.filter(({ trials }) => trials.some(({ result }) => result === 'works')).length
  return (
    <Card>
      <p className="mb-3">{t('sentence', { count: methods.length, working: String(working) })}</p>
      <Table label={t('map')}>
        <thead>
          <tr>
            <Th>{t('one')}</Th>
            {forums.map(({ id, shortName, mark }) => (
              <Th key={id} className="text-center whitespace-nowrap">
                <ForumMark mark={mark} className="mr-2" />
                {shortName}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {methods.map(({ id, title, trials }) => (
            <tr key={id}>
              <Th scope="row" className="min-w-44">
                <Link href={`/methods/${id}`} prefetch={false} className="text-link underline">
                  {title}
                </Link>
              </Th>
              {forums.map((forum) => {
                const trial = trials.find(({ forumId }) => forumId === forum.id)
                return (
                  <Td key={forum.id} className="text-center">
                    {trial && <ResultMark result={trial.result} />}
                  </Td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted" aria-hidden="true">
        {METHOD_RESULTS.map((result) => (
          <li key={result} className="flex items-center gap-2">
            <ResultMark result={result} /> {t(`result.${result}`)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
