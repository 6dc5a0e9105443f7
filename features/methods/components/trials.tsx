import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { getMethod } from '../queries'
import { proposeMethodAction, setTrialAction } from '../server-actions'
import { ResultMark } from './result-mark'

type Props = {
  method: ReturnType<typeof getMethod>
  forums: { id: string; shortName: string }[]
  viewer: Viewer
  locale: Locale
}

/** Where it was tried, by whom and how it went; the team writes it down, and brings it before another forum. */
export async function Trials({ method, forums, viewer, locale }: Props) {
  const t = await getTranslations('methods')
  const options = forums.map(({ id, shortName }) => ({ value: id, label: shortName }))
  const untried = options.filter(({ value }) => !method.trials.some(({ forumId }) => forumId === value))
  return (
    <Card title={t('trials')}>
      {method.trials.length === 0 && <p className="text-muted">{t('noTrials')}</p>}
      <ul>
        {method.trials.map(({ forumId, slug, forum, result, triedBy, startedOn, note }) => (
          <li key={forumId} className="border-b border-line py-3 first:pt-0 last:border-b-0">
            <p>
              <ResultMark result={result} />{' '}
              <Link href={`/forums/${slug}`} prefetch={false} className="text-link underline">
                {forum}
              </Link>
              : {t(`result.${result}`)}
            </p>
            <p className="text-sm text-muted">
              {[triedBy, startedOn && t('since', { date: formatDate(startedOn, locale, 'long') })]
                .filter(Boolean)
                .join(', ')}
            </p>
            {note && <p className="max-w-[70ch] whitespace-pre-line">{note}</p>}
          </li>
        ))}
      </ul>
      {can.developForums(viewer) && (
        <div className="no-print mt-2 space-y-2">
          <Disclosure name="trials" summary={t('setTrial')}>
            <ActionForm
              id="trial"
              action={setTrialAction}
              hidden={{ methodId: method.id }}
              submit={t('saveTrial')}
              submitVariant="secondary"
            >
              <SelectField name="forumId" label={t('forum')} options={options} />
              <SelectField
                name="result"
                label={t('how')}
                options={(['trying', 'works', 'does_not_work'] as const).map((value) => ({
                  value,
                  label: t(`result.${value}`),
                }))}
              />
              <TextField name="triedBy" label={t('triedBy')} optional />
              <DateField name="startedOn" label={t('startedOn')} optional />
              <TextArea name="note" label={t('note')} rows={2} maxLength={1000} optional />
            </ActionForm>
          </Disclosure>
          {untried.length > 0 && (
            <Disclosure name="trials" summary={t('propose')}>
              <ActionForm
                id="propose-method"
                action={proposeMethodAction}
                hidden={{ methodId: method.id }}
                submit={t('propose')}
                submitVariant="secondary"
              >
                <SelectField name="forumId" label={t('forum')} hint={t('proposeHint')} options={untried} />
              </ActionForm>
            </Disclosure>
          )}
        </div>
      )}
    </Card>
  )
}
