import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import type { MeetingDetail } from '../../queries'
import { canBeLogged } from '../../rules'
import { StartMeeting } from './start-meeting'

type Props = { meeting: MeetingDetail; heading: ReactNode }

/** Before the log is opened and after it is closed: what this room is for, or where to read what was said. */
export async function WorkspaceClosed({ meeting, heading }: Props) {
  const t = await getTranslations('workspace')
  const { id, state } = meeting
  return (
    <>
      <header className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-surface px-4 py-2 sm:px-6">
        {heading}
      </header>
      <main id="main-content" tabIndex={-1} className="mx-auto w-full max-w-[720px] px-4 py-12 outline-none">
        {canBeLogged(state) ? (
          <>
            <h2 className="mb-2 text-2xl font-semibold">{t('start.title')}</h2>
            <p className="mb-6 text-muted">{t('start.lead')}</p>
            <StartMeeting meetingId={id} variant="primary">
              {t('start.submit')}
            </StartMeeting>
          </>
        ) : (
          <>
            <p className="mb-6">{state === 'cancelled' ? t('cancelled') : t('fixed')}</p>
            <ButtonLink href={`/meetings/${id}${state === 'cancelled' ? '' : '/minutes'}`}>
              {state === 'cancelled' ? t('back') : t('readMinutes')}
            </ButtonLink>
          </>
        )}
      </main>
    </>
  )
}
