import type { EnquiryKind, Verdict } from '@/db/schema'

/** Everything here is made up for the demo. `ago` and `askedAgo` are working days before today. */

export type SeedEnquiry = {
  /** The person of a housing organisation who asks. */
  asker: string
  kind: EnquiryKind
  via: 'web' | 'phone' | 'mail'
  /** Slug of the forum of the area. */
  area: string | null
  theme: string | null
  /** The first sentence is its headline. */
  text: string
  askedAgo: number
  /** What followed, oldest first. */
  steps: SeedEnquiryStep[]
}

/** `by` is a department's short name, of an internal note a person's; the first department routed to leads. */
export type SeedEnquiryStep =
  | { ago: number; do: 'route'; to: string; question?: string }
  | { ago: number; do: 'accept' | 'drop'; by: string; text?: string }
  | { ago: number; do: 'part-answer' | 'refuse'; by: string; text: string }
  | { ago: number; do: 'internal'; by: string; text: string }
  | { ago: number; do: 'ask'; text: string }
  | { ago: number; do: 'reply' | 'add' | 'reopen'; text: string }
  | { ago: number; do: 'answer'; text: string }
  | { ago: number; do: 'agree' }
  /** What became of it, by its title; a topic by what it is called on the agenda of the area's forum. */
  | { ago: number; do: 'proposed'; topic: string; background: string }
  | { ago: number; do: 'linked'; initiative: string }
  | { ago: number; do: 'made-item'; actionItem: string }
  | { ago: number; do: 'not_ours'; text: string }
  | { ago: number; do: 'feedback'; from: 'asker' | 'department'; verdict: Verdict; line: string }
