// server-only throws outside a React server build; tests and the CLI run without one.
export {}
