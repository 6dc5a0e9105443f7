'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { compose, phraseOf, type Responsible } from '../capture'
import type { Entry, Op } from './journal'
import { useWorkspace } from './workspace-context'

/** What the server did not take: its sentence, the words that were typed, and the ways on. Nothing typed is thrown away unasked. */
export function TroubleList() {
  const { troubled } = useWorkspace()
  if (troubled.length === 0) return null
  return (
    <div role="alert">
      <ul className="mb-3 max-h-60 space-y-2 overflow-y-auto">
        {troubled.map((entry) => (
          <li
            key={entry.key}
            className="rounded-field border-l-4 border-l-warn bg-warn-tint px-4 py-2.5 text-sm"
          >
            <TroubleText entry={entry} />
            <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
              <TroubleButtons entry={entry} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

const wordsOf = ({ body }: Op): string | undefined =>
  'text' in body ? body.text : 'title' in body ? body.title : 'name' in body ? body.name : undefined

function TroubleText({ entry: { op, trouble } }: { entry: Entry }) {
  const t = useTranslations('workspace')
  const words = wordsOf(op)
  const sentence =
    trouble?.conflict?.text ?? trouble?.question?.text ?? trouble?.error ?? t('trouble.unknown')
  return (
    <>
      <p className="font-semibold">{sentence}</p>
      {words && (
        <p className="wrap-anywhere">
          <span className="text-muted">{t('trouble.yours')}</span> {words}
        </p>
      )}
      {trouble?.conflict && (
        <p className="wrap-anywhere">
          <span className="text-muted">{t('trouble.theirs')}</span> {trouble.conflict.theirs}
        </p>
      )}
    </>
  )
}

function TroubleButtons({ entry }: { entry: Entry }) {
  const t = useTranslations('workspace')
  const { settle, typed, type, select, correct, journal, setting } = useWorkspace()
  const { op, trouble } = entry
  const { question, conflict } = trouble ?? {}
  const discard = (
    <Choice onClick={() => settle(entry, null)} quiet>
      {conflict ? t('trouble.keepTheirs') : t('trouble.discard')}
    </Choice>
  )
  if (conflict && op.do === 'changeLine') {
    const again = (text: string) =>
      settle(entry, { ...op, body: { ...op.body, text, version: conflict.theirVersion } })
    const separator = op.body.kind === 'action' ? ' / ' : '\n'
    return (
      <>
        <Choice onClick={() => again(`${conflict.theirs}${separator}${op.body.text}`)}>
          {t('trouble.keepBoth')}
        </Choice>
        <Choice onClick={() => again(op.body.text)} quiet>
          {t('trouble.keepMine')}
        </Choice>
        {discard}
      </>
    )
  }
  if (question && (op.do === 'logLine' || op.do === 'changeLine')) {
    const confirm = [...(op.body.confirm ?? []), question.code]
    return (
      <>
        <Choice onClick={() => settle(entry, { ...op, body: { ...op.body, confirm } } as Op)}>
          {t('trouble.yes')}
        </Choice>
        {discard}
      </>
    )
  }
  if (op.do === 'changeLine') {
    const putRight = () => {
      journal.keepDraft(op.body.id, writtenAs({ ...op.body, kind: 'note' }, setting.responsible))
      correct(op.body.id)
      settle(entry, null)
    }
    return (
      <>
        <Choice onClick={putRight}>{t('trouble.putRight')}</Choice>
        {discard}
      </>
    )
  }
  if (op.do === 'logLine' && typed === '') {
    const putRight = () => {
      select(op.body.itemId)
      type(writtenAs(op.body, setting.responsible))
      settle(entry, null)
    }
    return (
      <>
        <Choice onClick={putRight}>{t('trouble.putRight')}</Choice>
        {discard}
      </>
    )
  }
  return discard
}

type Words = Extract<Op, { do: 'logLine' | 'changeLine' }>['body']

/** The line as one would have typed it. */
function writtenAs(
  { kind, text, partyId, personId, dueOn }: Words,
  responsible: readonly Responsible[],
): string {
  const who = responsible.find((each) => each.partyId === partyId && each.personId === personId)
  const phrase = dueOn ? phraseOf(dueOn) : undefined
  return compose({ kind, text, handle: who && `${who.party} ${who.person}`, phrase })
}

function Choice({ onClick, quiet, children }: { onClick: () => void; quiet?: boolean; children: string }) {
  return (
    <Button type="button" size="small" variant={quiet ? 'quiet' : 'secondary'} onClick={onClick}>
      {children}
    </Button>
  )
}
