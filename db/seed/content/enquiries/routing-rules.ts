/** All that is given must hold, of the words one. */
export const ROUTING_RULES: { area: string | null; theme: string | null; words: string; to: string }[] = [
  { area: null, theme: null, words: 'jobcenter, ledige, fritidsjob, praktik', to: 'BIF' },
  {
    area: null,
    theme: null,
    words: 'lektiehjælp, gymnastiksal, ungdomsklub, sundhedsplejerske',
    to: 'BUF',
  },
  { area: null, theme: null, words: 'storskrald, snerydning, belysning, sommerfest', to: 'TMF' },
  { area: null, theme: 'tryghed', words: 'gadeplan, familierådgiver, familierådgivning', to: 'SOF' },
  { area: null, theme: 'beskaeftigelse', words: 'mentor, efterværn', to: 'SOF' },
  { area: null, theme: null, words: 'bibliotek, medborgerhus, kulturhus, svømmehal', to: 'KFF' },
  { area: 'bispebjerg', theme: 'uddannelse', words: 'lektiecafé, Rentemestervej', to: 'KFF' },
]
