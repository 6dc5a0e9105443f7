import { getTranslations } from 'next-intl/server'
import { Tag, type Tone } from '@/components/ui/tag'
import type { MailState } from '@/db/schema'
import type { MailKind, Problem } from '../rules'

const TONES: Record<MailState, Tone> = {
  waiting: 'info',
  sending: 'info',
  sent: 'ok',
  failed: 'bad',
  uncertain: 'warn',
  withdrawn: 'plain',
}

export async function MailStateTag({ state }: { state: MailState }) {
  const t = await getTranslations('outbox.states')
  return <Tag tone={TONES[state]}>{t(state)}</Tag>
}

/** What went wrong, in a sentence. */
export async function ProblemSentence({ problem }: { problem: string | null }) {
  const t = await getTranslations('outbox.problems')
  return problem && t(problem as Problem)
}

export async function KindOfMail({ kind }: { kind: string }) {
  const t = await getTranslations('outbox.kinds')
  return t(kind as MailKind)
}
