import { jsonAction } from '@/auth/json-action'
import { addAgendaItem } from '@/features/meetings/agenda/commands/add'
import { quickItemInput } from '@/features/meetings/minutes/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

export const POST = jsonAction(quickItemInput, addAgendaItem, getWorkspace)
