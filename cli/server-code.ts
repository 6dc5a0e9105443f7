import { registerHooks } from 'node:module'

// Outside a React server build the package server-only throws; the CLI is a server without React.
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === 'server-only'
      ? { url: 'data:text/javascript,', shortCircuit: true }
      : nextResolve(specifier, context),
})
