import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../shared/tokens.css'
import '../shared/base.css'
import { RequestProblem } from '../shared/request/request.ts'
import { showChosenTheme } from '../shared/theme.ts'
import { router } from './routes.tsx'

showChosenTheme()

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 1_000,
      // What the server refused stays refused; what did not arrive is asked again.
      retry: (failures, error) => error instanceof RequestProblem && error.maySendAgain && failures < 3,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** Letters are measured before anything is shown, so that nothing moves when they arrive. */
async function start(): Promise<void> {
  const patienceMs = 1_500
  const enough = new Promise((resolve) => setTimeout(resolve, patienceMs))
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  await Promise.race([document.fonts.load('1rem Inter').catch(() => undefined), enough])
  createRoot(document.getElementById('keel') as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
