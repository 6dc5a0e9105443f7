/** Minutes a quarter to each plan of an area, by department, as they stand in an invented contract of the area. */
export const PROMISES: Record<string, Record<string, number>> = {
  noerrebro: { BIF: 30, BUF: 30, SOF: 20, SUF: 15 },
  'amager-sundby': { BIF: 45, SOF: 15, SUF: 15 },
  bispebjerg: { SOF: 45, BUF: 45, KFF: 30 },
  'vesterbro-sydhavnen': { BIF: 45, SOF: 30, KFF: 30 },
  'husum-tingbjerg': { BIF: 30, SOF: 30, BUF: 30 },
  'valby-vigerslev': { BUF: 30, BIF: 15, ØKF: 15 },
}

/** Who confirms for each department, and how many of the newest past quarters they have not come to yet. */
export const CONFIRMED_BY: Record<string, { lead: string; waiting: number }> = {
  ØKF: { lead: 'Niels Brandstrup', waiting: 1 },
  KFF: { lead: 'Hanne Skovgaard', waiting: 1 },
  BUF: { lead: 'Bodil Thygesen', waiting: 0 },
  SUF: { lead: 'Jørgen Kofoed', waiting: 1 },
  SOF: { lead: 'Ida Marie Lauritzen', waiting: 0 },
  TMF: { lead: 'Kirsten Møllebro', waiting: 0 },
  BIF: { lead: 'Karen Lund', waiting: 1 },
}

/** A figure a department put right when it confirmed the quarter before the last. */
export const CORRECTION = {
  department: 'BIF',
  plan: 'NørreBrobyggerne',
  more: 60,
  reason: 'Et formøde om fritidsjob er ikke logget.',
}

/** Whom a lead has let confirm too. */
export const NAMED = { lead: 'Karen Lund', person: 'Søren Bak' }

/** Who told of preparation only after the department had confirmed that quarter. */
export const PREPARED_LATE = { department: 'SOF', person: 'Thomas Ellegaard' }

export const RULE = {
  forum: 'husum-tingbjerg',
  by: 'Amina Yusuf',
  rule: 'equal',
  reason: 'Punkterne her handler som regel om hele området, også når de nævner én plan.',
} as const

/** About the last quarter that is over. */
export const COMMENTS = [
  {
    plan: 'NørreBrobyggerne',
    about: 'BUF',
    by: 'Pia Storm',
    daysAgo: 9,
    text: 'BUF har ikke været med til kvartalets møder. Vi regnede med den halve time, der står i aftalen.',
  },
  {
    plan: 'NørreBrobyggerne',
    about: 'BUF',
    by: 'Bodil Thygesen',
    daysAgo: 7,
    text: 'Det er rigtigt. Vi finder en fast deltager inden næste møde og tager de manglende timer op der.',
  },
  {
    plan: 'NørreBrobyggerne',
    about: 'BUF',
    by: 'Mette Holm',
    daysAgo: 6,
    text: 'Vi tager det med på næste møde i forummet.',
  },
  {
    plan: 'Tingbjerg-Utterslevhuse',
    about: 'BIF',
    by: 'Bente Kruse',
    daysAgo: 5,
    text: 'Timerne passer med det, vi selv har noteret.',
  },
]
